#include "report/paper/package_files.hpp"

namespace caicach::report
{

std::vector<std::vector<std::size_t>> volumes_of(std::span<const std::uint64_t> sizes,
                                                 std::uint64_t most)
{
    std::vector<std::vector<std::size_t>> volumes(1);
    std::uint64_t bytes = 0;
    for (std::size_t at = 0; at < sizes.size(); ++at) {
        if (bytes + sizes[at] > most) {
            volumes.emplace_back();
            bytes = 0;
        }
        volumes.back().push_back(at);
        bytes += sizes[at];
    }
    return volumes;
}

}  // namespace caicach::report
