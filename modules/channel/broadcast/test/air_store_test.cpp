#include <doctest/doctest.h>

#include "channel/broadcast/broadcast.hpp"
#include "channel/broadcast/recording.hpp"
#include "channel/broadcast/script_store.hpp"
#include "channel/broadcast/scripting.hpp"
#include "support/house.hpp"
#include "testing/databases.hpp"
#include "testing/desk.hpp"

namespace caicach::channel
{
namespace
{

Script approved_script(Context& context, database::Transaction& transaction,
                       organisation::AgencyId agency)
{
    auto script = MUST(draft_script(context, transaction, agency, "Một cửa tuần này"));
    script.state = ScriptState::approved;
    script.approved_at = context.now();
    MUST(ScriptStore{transaction}.save(script));
    return script;
}

Recording sound_of_script(database::Transaction& transaction, ScriptId script)
{
    RecordingStore store{transaction};
    Recording sound{.id = make_id<RecordingId>(),
                    .script = script,
                    .source = RecordingSource::draft_voice,
                    .made_at = Instant{1}};
    MUST(store.insert(sound));
    sound.state = RecordingState::ready;
    sound.file = attachment::AttachmentId{5};
    sound.seconds = 301;
    MUST(store.save(sound));
    ++sound.version;
    return sound;
}

/// Hours of two days, the second said twice: the last word of a day stands.
void check_hours(AiringStore& store, organisation::AgencyId agency, const Context& context)
{
    const auto today = context.today();
    MUST(store.set_hours(agency, {.from = today, .minutes = {360}}, {}, context.now()));
    for (const int minute : {1, 420})
        MUST(store.set_hours(agency, {.from = today.plus_days(1), .minutes = {minute}}, {},
                             context.now()));
    const auto hours = MUST(store.hours_of(agency));
    REQUIRE(hours.size() == 2);
    CHECK(hours.front().minutes == std::vector{420});
}

/// A line of the log, signed, superseded and signed anew.
void check_log(database::Transaction& transaction, const Script& script,
               organisation::AgencyId agency, const Context& context)
{
    const auto today = context.today();
    BroadcastStore log{transaction};
    Broadcast line{.id = make_id<BroadcastId>(),
                   .code = "7K3QF2M9XA",
                   .script = script.id,
                   .agency = agency,
                   .title = script.title,
                   .seconds = 301,
                   .day = today,
                   .minute = 330,
                   .started_minute = 331,
                   .played_minutes = 6,
                   .signed_at = context.now()};
    line.sha256 = signed_hash(line);
    MUST(log.insert(line));
    const auto kept = MUST(log.of_agency(agency, today, today));
    REQUIRE(kept.size() == 1);
    CHECK(signed_hash(kept.front()) == line.sha256);
    MUST(log.supersede(line.id));
    CHECK_FALSE(log.supersede(line.id));
    CHECK(MUST(log.of_agency(agency, today, today)).empty());
    line.id = make_id<BroadcastId>();
    line.code = "8K3QF2M9XA";
    MUST(log.insert(line));
    line.id = make_id<BroadcastId>();
    line.code = "9K3QF2M9XA";
    // One line stands for each time, whoever hurries.
    CHECK(log.insert(line).error().kind == Failure::conflict);
}

}  // namespace

TEST_CASE("airings, hours and signed lines come back from both databases as they were kept")
{
    const auto all = caicach::testing::all_migrations();
    caicach::testing::each_database(all, [&](database::Database& database) {
        const caicach::testing::Desk desk{database};
        auto context = desk.context();
        MUST(organisation::load_reference(context));
        MUST(organisation::seed_sample(context, caicach::testing::sample_province()));
        auto transaction = MUST(context.begin());
        const auto today = context.today();
        const auto agency = MUST(organisation::agency_by_code(transaction, "XSB", today)).id;
        const auto script = approved_script(context, transaction, agency);
        AiringStore store{transaction};
        CHECK(MUST(store.programmes()).empty());
        auto sound = sound_of_script(transaction, script.id);
        // The machine's voice, until a person accepts it.
        CHECK_FALSE(store.programme(script.code));
        Airing airing{.script = script.id,
                      .target = agency,
                      .from = today,
                      .to = today.plus_days(2),
                      .minutes = {330, 1020},
                      .made_at = context.now()};
        MUST(store.insert(airing));
        CHECK_FALSE(MUST(store.of_agency(agency, today, today)).front().is_playable);
        sound.accepted_at = context.now();
        MUST(RecordingStore{transaction}.save(sound));
        CHECK(MUST(store.programme(script.code)).seconds == 301);
        CHECK(MUST(store.programmes()).size() == 1);
        const auto found = MUST(store.of_agency(agency, today.plus_days(2), today.plus_days(9)));
        REQUIRE(found.size() == 1);
        CHECK(found.front().is_playable);
        CHECK(found.front().airing.minutes == airing.minutes);
        CHECK(found.front().airing.target == airing.target);
        CHECK(found.front().title == script.title);
        CHECK(MUST(store.of_agency(agency, today.plus_days(3), today.plus_days(9))).empty());
        CHECK(MUST(store.open_of_script(script.id, today)).size() == 1);
        MUST(store.end(airing.id, context.now()));
        CHECK(MUST(store.find(airing.code)).ended_at == context.now());
        CHECK(MUST(store.open_of_script(script.id, today)).empty());
        CHECK_FALSE(store.end(airing.id, context.now()));
        check_hours(store, agency, context);
        check_log(transaction, script, agency, context);
    });
}

}  // namespace caicach::channel
