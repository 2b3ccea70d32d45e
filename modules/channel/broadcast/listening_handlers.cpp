#include "channel/broadcast/listening_handlers.hpp"

#include <algorithm>
#include <utility>

#include "channel/broadcast/broadcast_limits.hpp"
#include "channel/broadcast/broadcast_paths.hpp"
#include "channel/broadcast/listening_views.hpp"
#include "channel/broadcast/script_store.hpp"
#include "http/finish.hpp"
#include "http/percent.hpp"
#include "manifest/public_pages.hpp"

namespace caicach::channel
{
namespace
{

using MaybeAgency = std::optional<organisation::AgencySummary>;

Result<MaybeAgency> agency_in(const Context& context, database::Transaction& transaction,
                              const http::Request& request)
{
    const auto slug = request.query("co-quan").value_or("");
    if (slug.empty()) return MaybeAgency{};
    auto agency = TRY(organisation::agency_by_slug(transaction, slug, context.today()));
    return MaybeAgency{std::move(agency)};
}

/// With the agency as it was named when the programme went out.
Result<PodcastItem> item_of(database::Transaction& transaction, HeardProgramme heard)
{
    const auto day = Date::of(heard.heard_at);
    auto agency = TRY(organisation::agency_by_id(transaction, heard.programme.agency, day));
    return PodcastItem{.heard = std::move(heard), .agency = std::move(agency.name)};
}

Result<std::vector<PodcastItem>> items_of(database::Transaction& transaction,
                                          const MaybeAgency& agency, const HeardPlace& behind)
{
    std::optional<organisation::AgencyId> whose;
    if (agency) whose = agency->id;
    auto programmes = TRY(HeardStore{transaction}.list(whose, behind, limits::listening_rows + 1));
    std::vector<PodcastItem> items;
    items.reserve(programmes.size());
    for (auto& one : programmes) {
        auto item = TRY(item_of(transaction, std::move(one)));
        items.push_back(std::move(item));
    }
    return items;
}

Result<http::Response> show_list(Context& context, const http::Request& request)
{
    auto transaction = TRY(context.read());
    ListeningList list;
    list.agency = TRY(agency_in(context, transaction, request));
    auto behind = newest_programme();
    if (const auto code = request.query("truoc").value_or(""); !code.empty()) {
        const auto last = TRY(HeardStore{transaction}.find(code));
        behind = {.heard_at = last.heard_at, .script = last.programme.script};
    }
    list.items = TRY(items_of(transaction, list.agency, behind));
    if (list.items.size() > static_cast<std::size_t>(limits::listening_rows)) {
        list.items.pop_back();
        list.next_path =
            listening_path() + "?truoc=" + list.items.back().heard.programme.code +
            (list.agency ? "&co-quan=" + http::percent_encoded(list.agency->slug) : std::string{});
    }
    return listening_list(context, list).set_caching(http::Caching::brief);
}

Result<HeardProgramme> heard_asked(database::Transaction& transaction, const http::Request& request)
{
    const auto code = TRY(request.path<std::string>("script"));
    return HeardStore{transaction}.find(code);
}

Result<http::Response> show_programme(Context& context, const http::Request& request)
{
    auto transaction = TRY(context.read());
    auto heard = TRY(heard_asked(transaction, request));
    ListeningPage page;
    page.parts = TRY(ScriptStore{transaction}.parts(heard.programme.script));
    page.item = TRY(item_of(transaction, std::move(heard)));
    return listening_page(context, page).set_caching(http::Caching::brief);
}

/// Its hash is its tag, so that a player may go on in the middle of the same sound.
Result<http::Response> show_sound_heard(Context& context, const http::Request& request)
{
    auto transaction = TRY(context.read());
    const auto heard = TRY(heard_asked(transaction, request));
    const auto file = TRY(attachment::find(transaction, heard.programme.file));
    const auto path = TRY(attachment::open_path(context, file.sha256));
    const auto tag = "\"" + file.sha256 + "\"";
    const bool is_known = http::matches_etag(request.header("if-none-match"), tag);
    auto answer = is_known ? http::not_modified() : http::file(path, "audio/mpeg");
    answer.set_header("ETag", MUST(http::HeaderValue::create(tag)));
    return answer.set_caching(http::Caching::brief);
}

Result<http::Response> show_podcast(Context& context, const http::Request& request)
{
    auto transaction = TRY(context.read());
    const auto agency = TRY(agency_in(context, transaction, request));
    Podcast podcast{.site = context.services().site,
                    .title = "Truyền thanh " + context.services().province_name,
                    .publisher = "Cải cách hành chính " + context.services().province_name,
                    .page_path = listening_path(),
                    .self_path = podcast_path()};
    podcast.items = TRY(items_of(transaction, agency, newest_programme()));
    if (agency) {
        podcast.title = "Truyền thanh " + agency->name;
        podcast.publisher = agency->name;
        podcast.self_path = podcast_path(agency->slug);
    }
    http::Response response{200, "application/rss+xml; charset=utf-8", podcast_text(podcast)};
    return response.set_caching(http::Caching::brief);
}

Result<void> add_listening_page(Context& /*context*/, database::Transaction& transaction,
                                const PublicPagesAsked& asked)
{
    const auto any = TRY(HeardStore{transaction}.list(std::nullopt, newest_programme(), 1));
    if (!any.empty())
        asked.pages->push_back({.title = "Nghe lại phát thanh", .path = listening_path()});
    return {};
}

}  // namespace

void add_listening(Module& module)
{
    module.get("/nghe-lai", http::Access::anyone, show_list);
    module.get("/nghe-lai/podcast.xml", http::Access::anyone, show_podcast);
    module.get("/nghe-lai/{script}", http::Access::anyone, show_programme);
    module.get("/nghe-lai/{script}/am-thanh.mp3", http::Access::anyone, show_sound_heard);
    module.on<PublicPagesAsked>(add_listening_page);
}

}  // namespace caicach::channel
