#pragma once
#include <string>
#include <string_view>

#include "channel/broadcast/airing_store.hpp"
#include "channel/broadcast/broadcast.hpp"
#include "channel/broadcast/scripting.hpp"
#include "channel/media/logging.hpp"
#include "channel/media/press_request.hpp"
#include "channel/newsletter/composing.hpp"
#include "channel/print/designing.hpp"
#include "channel/screen/arranging.hpp"
#include "channel/screen/managing.hpp"
#include "channel/screen/playlist_store.hpp"
#include "channel/screen/screen_store.hpp"
#include "crypto/public_code.hpp"

/// For tests of this module and of those below it.
namespace caicach::channel::testing
{

/// What nobody has sent in yet, of the agency with that code.
[[nodiscard]] inline Issue draft_issue_of(Context& context, std::string_view agency_code)
{
    auto transaction = MUST(context.begin());
    const auto agency =
        MUST(organisation::agency_by_code(transaction, agency_code, context.today()));
    auto issue = MUST(draft_issue(context, transaction, agency.id, {.title = "Bản tin thử"}));
    MUST(transaction.commit());
    return issue;
}

/// What appeared on television, logged for the agency with that code.
[[nodiscard]] inline Placement placement_of(Context& context, std::string_view agency_code)
{
    auto transaction = MUST(context.begin());
    const auto agency =
        MUST(organisation::agency_by_code(transaction, agency_code, context.today()));
    const auto link = "https://dai.example.vn/" + std::to_string(make_id<PlacementId>().value);
    auto placement = MUST(log_placement(context, transaction, agency.id,
                                        {.kind = "press_article",
                                         .outlet = "Báo thử",
                                         .adds_outlet = true,
                                         .happened_on = context.today(),
                                         .title = "Bài thử",
                                         .link = link}));
    MUST(transaction.commit());
    return placement;
}

/// What a newspaper asked the agency with that code.
[[nodiscard]] inline PressRequest press_request_of(Context& context, std::string_view agency_code)
{
    auto transaction = MUST(context.begin());
    const auto agency =
        MUST(organisation::agency_by_code(transaction, agency_code, context.today()));
    auto request = MUST(note_press_request(context, transaction, agency.id,
                                           {.outlet = "Báo thử",
                                            .adds_outlet = true,
                                            .journalist = "Nhà báo",
                                            .subject = "Hỏi thử",
                                            .asked_on = context.today()}));
    MUST(transaction.commit());
    return request;
}

/// A script for loudspeakers that nobody has sent in yet, of the agency with that code.
[[nodiscard]] inline Script draft_script_of(Context& context, std::string_view agency_code)
{
    auto transaction = MUST(context.begin());
    const auto agency =
        MUST(organisation::agency_by_code(transaction, agency_code, context.today()));
    auto script = MUST(draft_script(context, transaction, agency.id, "Chương trình thử"));
    MUST(transaction.commit());
    return script;
}

/// Codes of an airing and of a signed line of the log.
struct AirThings {
    std::string airing{};
    std::string broadcast{};
};
[[nodiscard]] inline AirThings air_things_of(Context& context, const Script& script)
{
    auto transaction = MUST(context.begin());
    Airing airing{.script = script.id,
                  .target = script.agency,
                  .from = context.today(),
                  .to = context.today(),
                  .made_at = context.now()};
    MUST(AiringStore{transaction}.insert(airing));
    Broadcast broadcast{.id = make_id<BroadcastId>(),
                        .code = crypto::make_public_code(),
                        .script = script.id,
                        .agency = script.agency,
                        .title = script.title,
                        .day = context.today(),
                        .difference = "Mất điện",
                        .signed_at = context.now()};
    broadcast.sha256 = signed_hash(broadcast);
    MUST(BroadcastStore{transaction}.insert(broadcast));
    MUST(transaction.commit());
    return {.airing = airing.code, .broadcast = broadcast.code};
}

/// Codes of a screen, a playlist and an urgent notice that runs.
struct ScreenThings {
    std::string screen{};
    std::string playlist{};
    std::string urgent{};
};
[[nodiscard]] inline ScreenThings screen_things_of(Context& context, std::string_view agency_code)
{
    auto transaction = MUST(context.begin());
    const auto agency =
        MUST(organisation::agency_by_code(transaction, agency_code, context.today()));
    // Those of before, where they are still there: an agency has only so many.
    const auto screens = MUST(ScreenStore{transaction}.of_agency(agency.id));
    const auto screen =
        screens.empty()
            ? MUST(register_screen(context, transaction, agency.id, {.name = "Sảnh một cửa"}))
            : screens.front();
    PlaylistStore store{transaction};
    const auto playlists = MUST(store.of_agency(agency.id));
    const auto playlist =
        playlists.empty()
            ? MUST(make_playlist(context, transaction, agency.id, {.name = "Chương trình thử"}))
            : playlists.front();
    if (MUST(store.urgent_running(context.now())).empty())
        MUST(show_urgent(context, transaction, {.agency = agency.id, .title = "Mất điện"}, 1));
    const auto urgent = MUST(store.urgent_of(agency.id)).front();
    MUST(transaction.commit());
    return {.screen = screen.code, .playlist = playlist.code, .urgent = urgent.code};
}

/// A design that nobody has sent in yet, likewise.
[[nodiscard]] inline Design draft_design_of(Context& context, std::string_view agency_code)
{
    auto transaction = MUST(context.begin());
    const auto agency =
        MUST(organisation::agency_by_code(transaction, agency_code, context.today()));
    auto design = MUST(begin_design(context, transaction, agency.id,
                                    {.shape = "ap-phich-a4",
                                     .palette = "lam",
                                     .wording = {.title = "Thử", .body = "Một bước"}}));
    MUST(transaction.commit());
    return design;
}

}  // namespace caicach::channel::testing
