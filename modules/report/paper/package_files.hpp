#pragma once
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

/// Which files of a report stand in which volume of its document's package.
namespace caicach::report
{

/// Numbers of files, volume by volume, in their order: as many as fit into each. The first may hold
/// none, where not even one fits. Pure.
[[nodiscard]] std::vector<std::vector<std::size_t>> volumes_of(std::span<const std::uint64_t> sizes,
                                                               std::uint64_t most);

}  // namespace caicach::report
