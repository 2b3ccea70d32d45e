#include "newsroom/portal/front.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "newsroom/limits.hpp"

namespace caicach::newsroom
{
namespace
{

/// Keys of news_sections.csv, which stay for ever.
constexpr std::array<std::string_view, 2> examples{"model", "exemplar"};

Result<std::vector<SignedNews>> newest_of(database::Transaction& transaction,
                                          const NewsFilter& filter, int count)
{
    auto items = TRY(news(transaction, filter, newest_news(), count));
    return signed_news(transaction, std::move(items));
}

}  // namespace

Result<FrontPage> front_of(Context& context, database::Transaction& transaction)
{
    FrontPage page;
    page.sections = TRY(sections_on(context.today()));
    const auto today = context.today();
    page.themes = TRY(open_themes(transaction, today));
    std::erase_if(page.themes,
                  [&](const Theme& one) { return one.slogan.empty() || !one.holds_on(today); });
    if (page.themes.size() > limits::slogans_shown_max)
        page.themes.resize(limits::slogans_shown_max);
    page.newest = TRY(newest_of(transaction, {.on = today}, limits::front_rows));
    for (const auto& section : page.sections) {
        auto items = TRY(newest_of(transaction, {.section = section.key, .on = today},
                                   limits::front_section_rows));
        if (items.empty()) continue;
        const bool is_example = std::ranges::find(examples, section.key) != examples.end();
        (is_example ? page.examples : page.others).push_back({section, std::move(items)});
    }
    TRY(context.publish(transaction, PublicPagesAsked{.pages = &page.pages}));
    return page;
}

}  // namespace caicach::newsroom
