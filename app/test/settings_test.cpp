#include "app/settings.hpp"

#include <doctest/doctest.h>

#include <set>

namespace caicach::app
{

TEST_CASE("the defaults stand within their own limits")
{
    const auto configuration = Configuration::load(settings(), {});
    REQUIRE(configuration);
    for (const auto& setting : settings()) {
        CAPTURE(setting.key);
        const auto again = Configuration::load(
            settings(), {{}, {}, {{std::string{setting.key}, std::string{setting.fallback}}}});
        CHECK(again.has_value());
        CHECK(configuration->entries().at(std::string{setting.key}).origin == "default");
    }
}

TEST_CASE("each setting has a section, a name of its own and a sentence")
{
    std::set<std::string_view> keys;
    for (const auto& setting : settings()) {
        CAPTURE(setting.key);
        CHECK(keys.insert(setting.key).second);
        CHECK(setting.key.find('.') != std::string_view::npos);
        CHECK(setting.text.size() > 10);
    }
}

TEST_CASE("pages are for this machine alone until somebody says otherwise")
{
    const auto configuration = MUST(Configuration::load(settings(), {}));
    CHECK(configuration.text("server.address") == "127.0.0.1");
    CHECK(!configuration.boolean("server.trusted_proxy"));
    CHECK(!configuration.boolean("province.sample"));
}

}  // namespace caicach::app
