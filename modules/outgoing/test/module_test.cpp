#include <doctest/doctest.h>

#include "outgoing/module.hpp"

namespace caicach::outgoing
{

TEST_CASE("the manifest carries the name that tables and messages begin with")
{
    CHECK(module().name() == "outgoing");
}

}  // namespace caicach::outgoing
