#include "channel/screen/player_handlers.hpp"

#include <utility>

#include "attachment/api.hpp"
#include "channel/screen/limits.hpp"
#include "channel/screen/player_views.hpp"
#include "channel/screen/playlist_store.hpp"
#include "channel/screen/syncing.hpp"
#include "json/value.hpp"

namespace caicach::channel
{
namespace
{

constexpr std::size_t code_length_max = 32;
constexpr std::size_t hash_length = 64;

/// A player is nobody: it shows a secret of its own, and only to this.
std::string_view token_in(const http::Request& request)
{
    constexpr std::string_view scheme = "Bearer ";
    const auto header = request.header("authorization");
    return header.starts_with(scheme) ? header.substr(scheme.size()) : std::string_view{};
}

Result<http::Response> show_player(Context& context, const http::Request& /*request*/)
{
    return player_page(context);
}

Result<http::Response> show_worker(Context& /*context*/, const http::Request& /*request*/)
{
    return player_worker();
}

Result<PlayerSays> says_in(const http::Request& request)
{
    PlayerSays says{.token = std::string(token_in(request)),
                    .shown = std::string(request.raw("shown"))};
    says.known = TRY(request.maybe_text("known", hash_length)).value_or("");
    says.showing = TRY(request.maybe_text("showing", code_length_max)).value_or("");
    says.fault = TRY(request.maybe_text("fault", code_length_max)).value_or("");
    says.sequence = TRY(request.maybe_integer("sequence", {.lowest = 0})).value_or(0);
    return says;
}

Result<http::Response> post_sync(Context& context, const http::Request& request)
{
    constexpr std::int64_t milliseconds = 1'000;
    const auto says = TRY(says_in(request));
    const auto hears = TRY(sync(context, says));
    auto answer = json::Value::object()
                      .set("state", hears.is_paired ? "paired" : "waiting")
                      .set("time", context.now().microseconds / milliseconds)
                      .set("version", player_version());
    if (!hears.is_paired) answer.set("code", hears.code);
    if (hears.is_paired) answer.set("taken", hears.taken);
    if (hears.is_paired && hears.is_news)
        answer.set("manifest", hears.manifest.text)
            .set("signature", hears.manifest.signature)
            .set("key", hears.manifest.key);
    return http::json(json::dump(answer));
}

/// Of the agency's own slides, for its own players alone.
Result<http::Response> show_picture(Context& context, const http::Request& request)
{
    const auto sha256 = TRY(request.path<std::string>("sha256"));
    auto transaction = TRY(context.read());
    const auto screen = TRY(screen_of_token(transaction, token_in(request)));
    const auto slide = TRY(PlaylistStore{transaction}.slide_of_content(screen.agency, sha256));
    if (!slide) return failure(Failure::not_found, "channel.slide.not_found");
    const auto stored = TRY(attachment::find(transaction, *slide->picture));
    if (stored.scan == attachment::Scan::infected)
        return failure(Failure::not_found, "channel.slide.not_found");
    const auto path = TRY(attachment::open_path(context, sha256));
    return http::file(path, std::string(attachment::media_type_of(stored.kind)));
}

}  // namespace

void add_player(Module& module)
{
    module.get("/man-hinh", http::Access::anyone, show_player);
    module.get("/man-hinh/tho-chieu.js", http::Access::anyone, show_worker);
    module.get("/man-hinh/tep/{sha256}", http::Access::anyone, show_picture);
    module.post("/man-hinh/dong-bo", http::Access::anyone, post_sync,
                {.limits = {.body_bytes = 2 * screen_limits::proof_bytes_max},
                 .is_posted_by_programs = true});
    add_screen_facts(module);
}

}  // namespace caicach::channel
