#ifndef AUGURY_HEAP_H
#define AUGURY_HEAP_H

/// Lays the heap of this process out for a program that reads much, keeps it all and ends: on huge pages, and never given back in
/// between. Called once, before there is much in it. It is only a matter of speed: where the system does not allow it, nothing happens.
///
/// Addresses are reserved, not memory: pages are only taken as they are written to.
void augury_prepare_heap(void);

#endif
