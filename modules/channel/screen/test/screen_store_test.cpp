#include "channel/screen/screen_store.hpp"

#include <doctest/doctest.h>

#include "channel/screen/arranging.hpp"
#include "channel/screen/managing.hpp"
#include "channel/screen/playlist_store.hpp"
#include "channel/screen/proof.hpp"
#include "support/house.hpp"
#include "testing/databases.hpp"
#include "testing/desk.hpp"

namespace caicach::channel
{
namespace
{

constexpr organisation::AgencyId hall_agency{7};

}  // namespace

TEST_CASE("screens, what they show and what they showed are kept on both databases")
{
    const auto all = caicach::testing::all_migrations();
    caicach::testing::each_database(all, [&](database::Database& database) {
        const caicach::testing::Desk desk{database};
        auto context = desk.context();
        auto transaction = MUST(context.begin());
        ScreenStore store{transaction};
        auto screen = MUST(register_screen(context, transaction, hall_agency, {.name = "Sảnh"}));
        screen.token_hash = std::string(64, 'a');
        screen.paired_at = context.now();
        MUST(store.save(screen));
        CHECK(MUST(store.of_token(std::string(64, 'a')))->id == screen.id);
        CHECK_FALSE(MUST(store.of_token("")));
        auto stale = screen;
        stale.version = 1;
        CHECK_FALSE(store.save(stale));

        CHECK(MUST(store.advance(screen.id, 3)));
        CHECK_FALSE(MUST(store.advance(screen.id, 3)));
        const auto today = context.today();
        const Shown shown{today, "00000000001", "Đúng hẹn", 2, 30};
        MUST(store.add_shown(screen.id, shown));
        MUST(store.add_shown(screen.id, shown));
        CHECK(MUST(store.shown_seconds(screen.id, today, today)) == 60);
        const auto lines = MUST(store.shown_since(screen.id, today));
        REQUIRE(lines.size() == 1);
        CHECK(lines[0].plays == 4);
        const Shown rest{today, "00000000001", "", 1, 9 * 3'600 + 180 - 60};
        CHECK(check_proof(transaction, screen, {rest}, context.now()));
        CHECK_FALSE(check_proof(transaction, screen, {rest, {today, "", "", 1, 1}}, context.now()));

        const auto list = MUST(make_playlist(context, transaction, hall_agency,
                                             {.name = "Sáng", .screen = screen.id}));
        MUST(add_slide(context, transaction, list, {.title = "Một", .seconds = 10}));
        auto again = MUST(PlaylistStore{transaction}.find(list.code));
        MUST(add_slide(context, transaction, again,
                       {.title = "Hai", .days = {{}, today}, .seconds = 10}));
        const auto slides = MUST(PlaylistStore{transaction}.slides(list.id));
        REQUIRE(slides.size() == 2);
        CHECK(slides[1].days.to == today);
        // Of two who change it at once the second learns it.
        CHECK_FALSE(move_slide(context, transaction, again, slides[1].code, SlideMove::up));
        again = MUST(PlaylistStore{transaction}.find(list.code));
        MUST(move_slide(context, transaction, again, slides[1].code, SlideMove::up));
        CHECK(MUST(PlaylistStore{transaction}.slides(list.id))[0].title == "Hai");

        MUST(show_urgent(context, transaction, {.agency = hall_agency, .title = "Bão"}, 1));
        const auto running = MUST(PlaylistStore{transaction}.urgent_running(context.now()));
        REQUIRE(running.size() == 1);
        MUST(end_urgent(context, transaction, running[0]));
        CHECK(MUST(PlaylistStore{transaction}.urgent_running(context.now())).empty());
        CHECK_FALSE(end_urgent(context, transaction, running[0]));
    });
}

}  // namespace caicach::channel
