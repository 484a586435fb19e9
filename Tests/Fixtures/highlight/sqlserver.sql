-- Accounts in SQL Server.
/* One transaction that moves money. */
IF NOT EXISTS (SELECT 1 FROM sys.tables WHERE name = N'accounts')
CREATE TABLE dbo.accounts (
  id INT IDENTITY(1, 1) PRIMARY KEY,
  owner_name NVARCHAR(100) NOT NULL,
  balance DECIMAL(18, 2) NOT NULL DEFAULT 0,
  opened DATETIME2 NOT NULL DEFAULT SYSUTCDATETIME()
);
GO

CREATE NONCLUSTERED INDEX by_owner ON dbo.accounts (owner_name) INCLUDE (balance);
GO

CREATE OR ALTER PROCEDURE dbo.move_money @source INT, @target INT, @amount DECIMAL(18, 2)
AS
BEGIN
  SET NOCOUNT ON;
  SET XACT_ABORT ON;
  BEGIN TRY
    BEGIN TRANSACTION;
    UPDATE dbo.accounts SET balance = balance - @amount WHERE id = @source AND balance >= @amount;
    IF @@ROWCOUNT = 0
      THROW 50001, 'Too little money', 1;
    UPDATE dbo.accounts SET balance = balance + @amount WHERE id = @target;
    COMMIT TRANSACTION;
  END TRY
  BEGIN CATCH
    IF @@TRANCOUNT > 0 ROLLBACK TRANSACTION;
    THROW;
  END CATCH
END;
GO

DECLARE @rich TABLE (id INT, balance DECIMAL(18, 2));
INSERT INTO @rich (id, balance)
SELECT TOP (10) id, balance FROM dbo.accounts WITH (UPDLOCK) WHERE balance > 1000.50 ORDER BY balance DESC;

MERGE dbo.accounts AS target
USING @rich AS source ON target.id = source.id
WHEN MATCHED THEN UPDATE SET balance = source.balance
WHEN NOT MATCHED BY TARGET THEN INSERT (owner_name, balance) VALUES ('nobody', 0);

SELECT id, SUM(balance) OVER (PARTITION BY owner_name ORDER BY opened) AS running
FROM dbo.accounts
CROSS APPLY (SELECT 1 AS one) AS x
ORDER BY running OFFSET 20 ROWS FETCH NEXT 10 ROWS ONLY;
EXEC dbo.move_money @source = 1, @target = 2, @amount = 12.5;
