#include "channel/screen/program.hpp"

#include <algorithm>
#include <utility>

#include "channel/newsletter/edition.hpp"
#include "channel/newsletter/issue_store.hpp"
#include "channel/paths.hpp"
#include "channel/screen/limits.hpp"
#include "channel/screen/playlist_store.hpp"

namespace caicach::channel
{
namespace
{

std::string address_of(const Context& context, const std::string& path)
{
    const auto& site = context.services().site;
    return site.empty() ? std::string{} : site + path;
}

Result<bool> fill_article(const Context& context, database::Transaction& transaction,
                          const Slide& slide, ShownSlide& out)
{
    const auto article = TRY(newsroom::published_article(transaction, *slide.article));
    if (article.is_withdrawn) return false;
    out.title = article.title;
    out.body = article.summary;
    out.address = address_of(context, article.path);
    return true;
}

Result<bool> fill_issue(const Context& context, database::Transaction& transaction,
                        const Slide& slide, ShownSlide& out)
{
    const auto issue = TRY(IssueStore{transaction}.last_sent(slide.agency));
    if (!issue) return false;
    const auto edition = TRY(edition_of(context, transaction, *issue));
    out.title = edition.name;
    int lines = 0;
    for (const auto& one : edition.articles) {
        if (one.article.is_withdrawn || lines == screen_limits::issue_lines) continue;
        if (lines++ > 0) out.body += '\n';
        out.body += one.title;
    }
    out.address = address_of(context, archive_path(issue->slug));
    return true;
}

Result<void> add_playlist(const Context& context, database::Transaction& transaction,
                          const Playlist& playlist, ScreenProgram& program)
{
    auto slides = TRY(PlaylistStore{transaction}.slides(playlist.id));
    std::vector<Slide> seen;
    seen.reserve(slides.size());
    for (auto& one : slides) {
        if (one.days.to && *one.days.to < context.today()) continue;
        auto made = TRY(shown(context, transaction, one));
        if (!made) continue;
        program.slides.push_back(std::move(*made));
        seen.push_back(std::move(one));
    }
    if (!seen.empty()) program.plan.playlists.push_back(planned(playlist, seen));
    return {};
}

bool is_for(const Playlist& playlist, const Screen& screen)
{
    if (playlist.text.screen && *playlist.text.screen != screen.id) return false;
    if (playlist.text.zone == ScreenZone::side) return screen.text.has_side;
    return playlist.text.zone != ScreenZone::ticker || screen.text.has_ticker;
}

Result<void> add_urgent(const Context& context, database::Transaction& transaction,
                        const Screen& screen, ScreenProgram& program)
{
    const auto running = TRY(PlaylistStore{transaction}.urgent_running(context.now()));
    for (const auto& one : running) {
        bool reaches = one.agency == screen.agency;
        if (!reaches && one.reaches_below)
            reaches = TRY(
                organisation::is_within(transaction, screen.agency, one.agency, context.today()));
        if (!reaches) continue;
        program.plan.urgent.push_back(
            {.code = one.code, .begin = one.begins_at, .end = one.ends_at});
        program.slides.push_back({.code = one.code,
                                  .kind = "urgent",
                                  .title = one.title,
                                  .body = one.body,
                                  .seconds = screen_limits::seconds_usual});
    }
    return {};
}

}  // namespace

const ShownSlide* ScreenProgram::find(std::string_view code) const
{
    const auto found = std::ranges::find(slides, code, &ShownSlide::code);
    return found == slides.end() ? nullptr : &*found;
}

Result<std::optional<ShownSlide>> shown(const Context& context, database::Transaction& transaction,
                                        const Slide& slide)
{
    ShownSlide out{.code = slide.code,
                   .kind = std::string(key_of(slide.kind)),
                   .title = slide.title,
                   .body = slide.body,
                   .sha256 = slide.sha256,
                   .seconds = slide.seconds};
    bool is_there = true;
    if (slide.kind == SlideKind::article)
        is_there = TRY(fill_article(context, transaction, slide, out));
    if (slide.kind == SlideKind::issue)
        is_there = TRY(fill_issue(context, transaction, slide, out));
    if (!is_there) return std::optional<ShownSlide>{};
    return std::optional<ShownSlide>{std::move(out)};
}

Result<ScreenProgram> program_of(const Context& context, database::Transaction& transaction,
                                 const Screen& screen)
{
    ScreenProgram program;
    const auto playlists = TRY(PlaylistStore{transaction}.of_agency(screen.agency));
    for (const auto& one : playlists)
        if (is_for(one, screen)) TRY(add_playlist(context, transaction, one, program));
    TRY(add_urgent(context, transaction, screen, program));
    return program;
}

}  // namespace caicach::channel
