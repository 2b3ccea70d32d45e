#include <doctest/doctest.h>

#include "report/module.hpp"

namespace caicach::report
{

TEST_CASE("the manifest carries the name that tables and messages begin with")
{
    CHECK(module().name() == "report");
}

}  // namespace caicach::report
