#pragma once

#include <memory>

namespace caicach
{

/// Gives a handle of a C library back by the library's own function.
template <auto release>
struct Releaser {
    template <class Handle>
    void operator()(Handle* handle) const
    {
        release(handle);
    }
};

/// A handle of a C library that somebody owns: Owned<X509, X509_free>.
template <class Handle, auto release>
using Owned = std::unique_ptr<Handle, Releaser<release>>;

}  // namespace caicach
