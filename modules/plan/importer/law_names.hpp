#pragma once
#include <cstddef>

#include "plan/importer/words.hpp"

namespace caicach::plan::importer
{

/// The end of a law's name: "Luật Tổ chức Chính phủ năm 2015". Of an amending law the laws that it
/// amends belong to the name, with "và" and "," between them.
[[nodiscard]] std::size_t law_name_end(const Words& words, std::size_t at);

}  // namespace caicach::plan::importer
