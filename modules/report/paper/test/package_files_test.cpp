#include "report/paper/package_files.hpp"

#include <doctest/doctest.h>

namespace caicach::report
{

TEST_CASE("files stand in as many volumes as it takes, each where it comes")
{
    using Volumes = std::vector<std::vector<std::size_t>>;
    const auto of = [](std::vector<std::uint64_t> sizes) { return volumes_of(sizes, 48); };
    CHECK(of({}) == Volumes{{}});
    CHECK(of({20, 28}) == Volumes{{0, 1}});
    CHECK(of({20, 20, 20, 8}) == Volumes{{0, 1}, {2, 3}});
    CHECK(of({49, 1}) == Volumes{{}, {0}, {1}});
    CHECK(of({20, 20, 20, 20, 20}) == Volumes{{0, 1}, {2, 3}, {4}});
}

}  // namespace caicach::report
