#pragma once
#include <doctest/doctest.h>

#include <functional>
#include <string>
#include <vector>

#include "manifest/module.hpp"
#include "organisation/api.hpp"
#include "plan/testing.hpp"
#include "support/house.hpp"
#include "testing/databases.hpp"

/// A room with the agencies of the sample province, on either database, for tests of stores and of
/// what the domain does through them.
namespace caicach::plan
{

class StandingClock final : public Clock
{
public:
    [[nodiscard]] Instant now() const override
    {
        return instant_from_iso("2026-03-15T02:00:00.000000Z");
    }
};

class YesAuthority final : public Authority
{
public:
    [[nodiscard]] bool may(const Actor&, const Permission&, ScopeId) const override { return true; }
    [[nodiscard]] bool may_anywhere(const Actor&, const Permission&) const override { return true; }
};

class ListingRecorder final : public Recorder
{
public:
    std::vector<std::string> actions{};
    std::string last_detail{};
    [[nodiscard]] Result<void> record(database::Transaction&, const Actor&, Instant,
                                      const AuditLine& line) override
    {
        actions.emplace_back(line.action);
        last_detail = line.detail;
        return {};
    }
};

struct Room {
    explicit Room(database::Database& database)
    {
        services.database = &database;
        services.clock = &clock;
        services.authority = &authority;
        services.recorder = &recorder;
        services.events = &events;
        services.messages = &messages;
    }

    [[nodiscard]] Context context() const
    {
        return {services, Actor{.account = {7}, .name = "Lý Thu Hà"}, "test"};
    }

    StandingClock clock{};
    YesAuthority authority{};
    ListingRecorder recorder{};
    Events events{};
    text::Messages messages{};
    Services services{};
};

inline void on_both(const std::function<void(Room&, Context&)>& test)
{
    const auto all = caicach::testing::all_migrations();
    caicach::testing::each_database(all, [&](database::Database& database) {
        Room room{database};
        auto context = room.context();
        MUST(organisation::load_reference(context));
        MUST(organisation::seed_sample(context, caicach::testing::sample_province()));
        test(room, context);
    });
}

inline organisation::AgencyId agency(Context& context, std::string_view code)
{
    auto transaction = MUST(context.read());
    return MUST(organisation::agency_by_code(transaction, code, context.today())).id;
}

/// A draft of three activities, II.1 to II.3, and five lines of which the fourth is unknown.
inline Edition sample_draft(Context& context)
{
    testing::PlanSketch sketch;
    for (int number = 1; number <= 3; ++number) {
        auto item = testing::activity_of(context, "Việc thứ " + std::to_string(number), "SYT");
        item.path = "II." + std::to_string(number);
        item.first_line = item.last_line = number;
        sketch.items.push_back(std::move(item));
    }
    for (int number = 1; number <= 5; ++number) {
        sketch.lines.push_back({.number = number,
                                .text = "Dòng " + std::to_string(number),
                                .fate = number == 4 ? Fate::unknown : Fate::item});
    }
    return testing::draft(context, std::move(sketch));
}

inline std::vector<Item> items_of(Context& context, const Edition& edition)
{
    auto transaction = MUST(context.read());
    return MUST(ItemStore{transaction}.all_of(edition.id));
}

template <class T>
bool is_failure(const Result<T>& result, Failure kind, std::string_view key)
{
    return !result && result.error().kind == kind && result.error().key == key;
}

}  // namespace caicach::plan
