#include "channel/broadcast/script_store.hpp"

#include <doctest/doctest.h>

#include <limits>

#include "channel/broadcast/recording.hpp"
#include "channel/broadcast/scripting.hpp"
#include "support/house.hpp"
#include "testing/databases.hpp"
#include "testing/desk.hpp"

namespace caicach::channel
{
namespace
{

Recording recording_of(ScriptId script)
{
    return {.id = make_id<RecordingId>(), .script = script, .made_at = Instant{1}};
}

}  // namespace

TEST_CASE("scripts, their passages and sounds come back from both databases as they were kept")
{
    const auto all = caicach::testing::all_migrations();
    caicach::testing::each_database(all, [&](database::Database& database) {
        caicach::testing::Desk desk{database};
        auto context = desk.context();
        MUST(organisation::load_reference(context));
        MUST(organisation::seed_sample(context, caicach::testing::sample_province()));
        auto transaction = MUST(context.begin());
        const auto agency =
            MUST(organisation::agency_by_code(transaction, "SYT", context.today())).id;
        auto script = MUST(draft_script(context, transaction, agency, "Chương trình"));
        ScriptStore store{transaction};
        const std::vector<ScriptPart> parts{
            {.article = newsroom::ArticleId{7}, .heading = "Một", .text = "Lời\nhai dòng"},
            {.text = "Lời sau"}};
        MUST(store.save_parts(script.id, parts));
        CHECK(MUST(store.parts(script.id)) == parts);
        script.state = ScriptState::approved;
        script.approved_at = context.now();
        script.syllables_a_minute = 210;
        MUST(store.save(script));
        CHECK_FALSE(store.save(script));
        const auto found = MUST(store.find(script.code));
        CHECK(found.approved_at == script.approved_at);
        CHECK(MUST(store.last_speed(agency)) == 210);
        const ScriptId newest{std::numeric_limits<std::int64_t>::max()};
        CHECK(MUST(store.of_agency(agency, newest, 5)).size() == 1);
        CHECK(MUST(store.in_state(ScriptState::approved, newest, 5)).size() == 1);
        CHECK(MUST(store.in_state(ScriptState::draft, newest, 5)).empty());

        RecordingStore sounds{transaction};
        CHECK_FALSE(MUST(sounds.was_recorded(script.id)));
        auto first = recording_of(script.id);
        MUST(sounds.insert(first));
        first.state = RecordingState::ready;
        first.file = attachment::AttachmentId{5};
        first.seconds = 301;
        MUST(sounds.save(first));
        auto second = recording_of(script.id);
        MUST(sounds.insert(second));
        auto both = MUST(sounds.of_script(script.id));
        REQUIRE(both.ready);
        REQUIRE(both.open);
        CHECK(both.ready->seconds == 301);
        CHECK(both.open->id == second.id);
        MUST(sounds.retire(script.id, "ready"));
        CHECK_FALSE(MUST(sounds.of_script(script.id)).ready);
        MUST(sounds.retire(script.id, {}));
        both = MUST(sounds.of_script(script.id));
        CHECK_FALSE(both.open);
        CHECK(MUST(sounds.was_recorded(script.id)));
    });
}

}  // namespace caicach::channel
