#include "app/messaging.hpp"

#include <doctest/doctest.h>

#include "app/settings.hpp"

namespace caicach::app
{
namespace
{

Result<Messaging> messaging_with(const std::string& section, const std::string& price)
{
    return messaging_of(MUST(Configuration::load(
        settings(), {{}, {}, {{section + ".daily_max", "1000"}, {section + ".price", price}}})));
}

}  // namespace

TEST_CASE("money that may be spent needs a price to reckon with")
{
    for (const std::string section : {"sms", "zalo"}) {
        CAPTURE(section);
        const auto refused = messaging_with(section, "0");
        REQUIRE_FALSE(refused);
        CHECK(refused.error().arguments.front() ==
              section + ".daily_max needs " + section + ".price: what one message costs");
        CHECK(messaging_with(section, "300").has_value());
    }
}

}  // namespace caicach::app
