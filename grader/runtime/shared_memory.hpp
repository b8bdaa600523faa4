// What an object is to the engine. Private memory at one address is another
// object in each process; memory that processes share is one object, wherever
// each of them has mapped it.
#pragma once

#include <cstddef>
#include <cstdint>

namespace heddle::runtime {

// The number the engine knows the object at this address by; 0 for null.
std::uint64_t key_of(const volatile void* object);

// From here on the calling process has a copy of its parent's private memory.
void become_copy();

// `size` bytes at `begin` are the same memory in all processes; after the first fork in those that
// inherit it. `identity` tells what is mapped, from `offset` on.
void note_shared(const void* begin, std::size_t size, std::uint64_t identity,
                 std::uint64_t offset = 0);

// The identity of a file, and of the one that is open as `descriptor`.
std::uint64_t identity_of(std::uint64_t device, std::uint64_t number);
std::uint64_t identity_of_file(int descriptor);

}  // namespace heddle::runtime
