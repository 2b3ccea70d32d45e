#include "personal_data/request.hpp"

#include <doctest/doctest.h>

#include "personal_data/clocks.hpp"

namespace caicach::personal_data
{
namespace
{

Date day(std::string_view iso) { return *Date::from_iso(iso); }

/// Tết of 2026 is off.
Clocks clocks_of_2026()
{
    return MUST(Clocks::with(calendar::WorkingDays({{.from = day("2026-02-14"),
                                                     .to = day("2026-02-22"),
                                                     .kind = calendar::DayKind::holiday,
                                                     .name = "Tết"}})));
}

DataRequest restriction()
{
    return {.kind = RequestKind::restriction,
            .received_on = day("2026-03-15"),
            .acknowledge_by = day("2026-03-17"),
            .finish_by = day("2026-03-30")};
}

std::string key_of_failure(const Result<void>& result) { return result ? "" : result.error().key; }

}  // namespace

TEST_CASE("the days come from the rule of the kind, and know who does not work when")
{
    const auto clocks = clocks_of_2026();
    const auto sunday = day("2026-03-15");
    const auto restricted = MUST(clocks.rule(RequestKind::restriction, sunday));
    CHECK(clocks.acknowledge_by(restricted, sunday) == day("2026-03-17"));
    CHECK(clocks.finish_by(restricted, sunday, false) == day("2026-03-30"));
    // Twenty days on is a Saturday.
    CHECK(clocks.finish_by(restricted, sunday, true) == day("2026-04-06"));
    CHECK(clocks.extended(restricted, day("2026-03-30")) == day("2026-04-14"));
    // The Friday before Tết: the first two days worked are those after it.
    CHECK(clocks.acknowledge_by(restricted, day("2026-02-13")) == day("2026-02-24"));
}

TEST_CASE("every kind has a rule, none before the decree")
{
    const auto clocks = clocks_of_2026();
    for (const auto kind : request_kinds) {
        CAPTURE(key_of(kind));
        const auto rule = MUST(clocks.rule(kind, day("2026-01-01")));
        CHECK(rule.acknowledge_working_days == 2);
        CHECK(rule.days <= rule.days_with_others);
        CHECK(!rule.source.empty());
        const auto before = clocks.rule(kind, day("2025-12-31"));
        REQUIRE(!before);
        CHECK(before.error().key == "personal_data.request.no_rule");
    }
}

TEST_CASE("each kind has the days of its paragraph of the decree")
{
    struct Days {
        RequestKind kind{};
        int days{};
        int with_others{};
        int extension{};
    };
    constexpr std::array decreed{
        Days{RequestKind::withdrawal, 15, 20, 15}, Days{RequestKind::restriction, 15, 20, 15},
        Days{RequestKind::objection, 15, 20, 15},  Days{RequestKind::access, 10, 15, 10},
        Days{RequestKind::correction, 10, 15, 10}, Days{RequestKind::deletion, 20, 30, 20}};
    const auto clocks = clocks_of_2026();
    for (const auto& [kind, days, with_others, extension] : decreed) {
        CAPTURE(key_of(kind));
        const auto rule = MUST(clocks.rule(kind, day("2026-03-02")));
        CHECK(rule.days == days);
        CHECK(rule.days_with_others == with_others);
        CHECK(rule.extension_days == extension);
    }
    // Calendar days: ten after a Monday is a Thursday.
    const auto access = MUST(clocks.rule(RequestKind::access, day("2026-03-02")));
    CHECK(clocks.finish_by(access, day("2026-03-02"), false) == day("2026-03-12"));
    CHECK(clocks.extended(access, day("2026-03-12")) == day("2026-03-23"));
}

TEST_CASE("a request is late from the day after, first for its receipt and then for its answer")
{
    auto request = restriction();
    CHECK(!request.is_overdue(day("2026-03-17")));
    CHECK(request.is_overdue(day("2026-03-18")));
    CHECK(request.acknowledge(day("2026-03-18")).has_value());
    CHECK(!request.is_overdue(day("2026-03-30")));
    CHECK(request.is_overdue(day("2026-03-31")));
    CHECK(request.close(RequestState::done, "Đã khóa", day("2026-04-02")).has_value());
    CHECK(!request.is_overdue(day("2026-04-30")));
}

TEST_CASE("a request is acknowledged once, extended once after that, and answered once")
{
    auto request = restriction();
    const auto latest = day("2026-04-14");
    CHECK(key_of_failure(request.extend(day("2026-04-10"), latest, "Nhiều hồ sơ")) ==
          "personal_data.request.not_acknowledged");
    CHECK(request.acknowledge(day("2026-03-16")).has_value());
    CHECK(key_of_failure(request.acknowledge(day("2026-03-16"))) ==
          "personal_data.request.already_acknowledged");
    CHECK(key_of_failure(request.extend(day("2026-04-10"), latest, "")) ==
          "personal_data.request.reason_missing");
    for (const auto* wrong : {"2026-03-30", "2026-04-15"})
        CHECK(key_of_failure(request.extend(day(wrong), latest, "Nhiều hồ sơ")) ==
              "personal_data.request.extension_wrong");
    CHECK(request.extend(latest, latest, "Nhiều hồ sơ").has_value());
    CHECK(request.finish_by == latest);
    CHECK(key_of_failure(request.extend(latest, latest, "Nữa")) ==
          "personal_data.request.already_extended");
    CHECK(key_of_failure(request.close(RequestState::refused, "", day("2026-03-17"))) ==
          "personal_data.request.answer_missing");
    CHECK(request.close(RequestState::refused, "Luật khác quy định", latest).has_value());
    CHECK(key_of_failure(request.close(RequestState::done, "Thôi", latest)) ==
          "personal_data.request.already_answered");
}

TEST_CASE("who answers at once has acknowledged")
{
    auto request = restriction();
    CHECK(request.close(RequestState::done, "Đã khóa", day("2026-03-16")).has_value());
    CHECK(request.acknowledged_on == day("2026-03-16"));
}

TEST_CASE("every kind and state is read back from its key")
{
    for (const auto kind : request_kinds) CHECK(kind_from_key(key_of(kind)) == kind);
    CHECK(state_from_key("acknowledged") == RequestState::acknowledged);
    CHECK(!kind_from_key("erasure"));
}

}  // namespace caicach::personal_data
