#include "newsroom/reference_files.hpp"

#include <array>

#include "newsroom/article/hints.hpp"
#include "newsroom/article/section.hpp"

namespace caicach::newsroom
{

std::span<const text::ReferenceFile> reference_files()
{
    static const std::array files{sections_table(), hints_table()};
    return files;
}

}  // namespace caicach::newsroom
