#pragma once
#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <utility>

#include "http/finish.hpp"
#include "plan/testing.hpp"
#include "support/app.hpp"

/// A plan in force whose five items differ in all that readers filter by, and how its pages are
/// asked for. One of its titles is a script, one a formula.
namespace caicach::plan
{

using caicach::testing::App;

inline constexpr std::string_view sample_slug = "tuyen-truyen-cai-cach-hanh-chinh-nam-2026";
inline constexpr std::string_view script_title = "<script>alert(1)</script>";
inline constexpr std::string_view formula_title = "=HYPERLINK(\"http://xau.example\",\"Xem\")";

inline Schedule window(std::string_view from, std::string_view to)
{
    return {.kind = Schedule::Kind::window, .from = Date::from_iso(from), .to = Date::from_iso(to)};
}

inline Schedule deadline(std::string_view due)
{
    return {.kind = Schedule::Kind::deadline, .due = Date::from_iso(due)};
}

inline Mention group_mention(Context& context, std::string_view key)
{
    auto transaction = MUST(context.read());
    const auto group = MUST(organisation::group_by_key(transaction, key));
    return {group.name, group.id};
}

inline testing::PlanSketch sample_sketch(Context& context)
{
    auto training =
        testing::activity_of(context, "Tập huấn nghiệp vụ cho công chức một cửa", "SNV");
    training.path = "II.1";
    training.schedule = window("2026-04-01", "2026-09-30");
    training.context = {"NHIỆM VỤ", "Đào tạo"};
    training.first_line = 2;
    training.last_line = 3;
    auto news = testing::activity_of(context, std::string{formula_title}, "SVHTTDL");
    news.path = "II.2";
    news.support = {group_mention(context, "departments")};
    news.schedule = {.kind = Schedule::Kind::recurring, .every = Period::month, .day = 25};
    news.quotas = {{.count = 1, .per = Period::month, .unit = "tin, bài", .at_least = true}};
    Item target{.path = "I.1", .type = ItemType::target, .title = "Hồ sơ trực tuyến của Đắk Mới"};
    target.metrics = {{.op = ">=", .value = 80, .unit = "%"}};
    target.schedule = deadline("2026-12-15");
    target.area = "procedures";
    auto duty = testing::activity_of(context, std::string{script_title}, "SYT");
    duty.path = "III.1";
    duty.type = ItemType::duty;
    Item channel{.path = "II.3", .type = ItemType::channel, .title = "Cổng thông tin điện tử"};
    channel.schedule = {.kind = Schedule::Kind::ongoing};
    testing::PlanSketch sketch{.items = {target, training, news, channel, duty}};
    sketch.lines = {
        {.number = 1, .text = "KẾ HOẠCH", .fate = Fate::heading, .page = 1},
        {.number = 2, .text = "1. Tập huấn <b>nghiệp vụ</b>", .fate = Fate::item, .page = 2},
        {.number = 3, .text = "cho công chức", .fate = Fate::item, .page = 2}};
    return sketch;
}

/// The app with the sample plan in force, and what a browser would get of it.
struct PlanApp {
    PlanApp()
    {
        auto context = app.system_context();
        edition = testing::plan_in_force(context, sample_sketch(context));
    }

    App app{};
    Edition edition{};

    [[nodiscard]] std::string page() const { return "/ke-hoach/" + edition.slug; }
    http::Response get(const std::string& target) { return app.nobody().get(target); }
    /// With what the server adds to every answer: caching, ETag, 304, security headers.
    http::Response finished(http::RequestParts parts)
    {
        parts.request_id = "test";
        auto request = MUST(http::Request::create(std::move(parts)));
        const auto traits = http::traits_of(request);
        auto response = caicach::app::Dispatcher{app.system()}.answer(request);
        http::finish(traits, response);
        return response;
    }
};

inline bool has(const http::Response& response, std::string_view text)
{
    return response.text().find(text) != std::string::npos;
}

/// How often `part` stands in `text`.
inline int count(std::string_view text, std::string_view part)
{
    int found = 0;
    for (auto at = text.find(part); at != std::string_view::npos; at = text.find(part, at + 1)) {
        ++found;
    }
    return found;
}

}  // namespace caicach::plan
