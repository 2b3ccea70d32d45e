#include "calendar/moment.hpp"

#include <doctest/doctest.h>

namespace caicach
{

TEST_CASE("a moment is told in Vietnam's time, across midnight and the turn of the year")
{
    CHECK(vietnamese_moment(instant_from_iso("2026-11-21T02:05:59.000000Z")) ==
          "21/11/2026, 09:05");
    CHECK(vietnamese_moment(instant_from_iso("2026-12-31T16:59:59.000000Z")) ==
          "31/12/2026, 23:59");
    CHECK(vietnamese_moment(instant_from_iso("2026-12-31T17:00:00.000000Z")) ==
          "01/01/2027, 00:00");
}

}  // namespace caicach
