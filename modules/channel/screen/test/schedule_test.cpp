#include "channel/screen/schedule.hpp"

#include <doctest/doctest.h>

#include <fstream>
#include <iterator>

#include "json/value.hpp"

namespace caicach::channel
{
namespace
{

std::optional<Date> day_of(const json::Value& value) { return Date::from_iso(value.as_string()); }

Program program_of(const json::Value& value)
{
    Program program;
    for (const auto& one : value["playlists"].elements()) {
        PlannedPlaylist playlist{
            .code = std::string(one["code"].as_string()),
            .zone = *zone_from(one["zone"].as_string()),
            .priority = static_cast<int>(one["priority"].as_integer()),
            .part = {.days = {day_of(one["from"]), day_of(one["to"])},
                     .weekdays = static_cast<int>(one["days"].as_integer()),
                     .begin_minute = static_cast<int>(one["begin"].as_integer()),
                     .end_minute = static_cast<int>(one["end"].as_integer())}};
        for (const auto& slide : one["slides"].elements())
            playlist.slides.push_back({.code = std::string(slide["code"].as_string()),
                                       .days = {day_of(slide["from"]), day_of(slide["to"])},
                                       .seconds = 10});
        program.playlists.push_back(std::move(playlist));
    }
    for (const auto& one : value["urgent"].elements())
        program.urgent.push_back({.code = std::string(one["code"].as_string()),
                                  .begin = instant_from_iso(one["begin"].as_string()),
                                  .end = instant_from_iso(one["end"].as_string())});
    return program;
}

}  // namespace

TEST_CASE("what a screen plays follows days, hours, priority and urgent notices")
{
    std::ifstream file("modules/channel/screen/test/cases.json");
    const std::string text{std::istreambuf_iterator<char>(file), {}};
    const auto table = MUST(json::parse(text));
    const auto program = program_of(table["program"]);
    std::size_t asked = 0;
    for (const auto& one : table["cases"].elements()) {
        CAPTURE(one["why"].as_string());
        std::vector<std::string> wanted;
        for (const auto& code : one["plays"].elements()) wanted.emplace_back(code.as_string());
        CHECK(playing(program, *zone_from(one["zone"].as_string()),
                      instant_from_iso(one["at"].as_string())) == wanted);
        ++asked;
    }
    CHECK(asked == 15);
}

}  // namespace caicach::channel
