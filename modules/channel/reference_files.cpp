#include "channel/reference_files.hpp"

#include <array>

#include "channel/subscription/consent.hpp"

namespace caicach::channel
{

std::span<const text::ReferenceFile> reference_files()
{
    static const std::array files{consents_table()};
    return files;
}

}  // namespace caicach::channel
