#include "notification/sending/pace.hpp"

#include <doctest/doctest.h>

namespace caicach::notification
{

TEST_CASE("so many of a crowd leave in a minute, channel by channel; without a bound all do")
{
    Pace pace;
    constexpr Instant start{1'000'000'000};
    CHECK(pace.room(Channel::email, 0, 32, start) == 32);
    CHECK(pace.room(Channel::email, 40, 32, start) == 32);
    pace.gone(Channel::email, 32);
    CHECK(pace.room(Channel::email, 40, 32, start + 30) == 8);
    pace.gone(Channel::email, 8);
    CHECK(pace.room(Channel::email, 40, 32, start + 59) == 0);
    CHECK(pace.opens_at(Channel::email) == start + 60);
    CHECK(pace.room(Channel::sms, 40, 32, start + 59) == 32);
    CHECK(pace.room(Channel::email, 40, 32, start + 60) == 32);
}

}  // namespace caicach::notification
