#include "plan/item_editing.hpp"

#include <algorithm>
#include <charconv>
#include <utility>
#include <variant>

#include "plan/item_form.hpp"
#include "plan/limits.hpp"
#include "plan/merging.hpp"

namespace caicach::plan
{
namespace
{

int number_of(std::string_view text)
{
    int number{};
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

/// From the query of the first look, or from the form sent.
std::string_view value_in(const http::Request& request, std::string_view name)
{
    return request.query(name).value_or(request.raw(name));
}

/// The last standing item that ends above the line.
std::optional<Item> item_before(const std::vector<Item>& items, int line)
{
    const auto is_above = [&](const Item& item) {
        return !item.is_removed && item.last_line > 0 && item.last_line < line;
    };
    const auto found = std::find_if(items.rbegin(), items.rend(), is_above);
    return found == items.rend() ? std::nullopt : std::optional{*found};
}

}  // namespace

Result<std::vector<std::string>> agency_names(database::Transaction& transaction, Date day)
{
    const auto groups = TRY(organisation::groups(transaction));
    const auto agencies = TRY(organisation::agencies_on(transaction, day));
    std::vector<std::string> names;
    names.reserve(groups.size() + agencies.size());
    for (const auto& group : groups) names.push_back(group.name);
    for (const auto& agency : agencies) names.push_back(agency.name);
    return names;
}

Result<std::vector<std::string>> offered_names(database::Transaction& transaction, Date day)
{
    auto names = TRY(agency_names(transaction, day));
    if (names.size() <= limits::offered_names_max) return names;
    const auto groups = TRY(organisation::groups(transaction));
    names.resize(groups.size());  // they stand first
    return names;
}

Result<std::vector<std::string>> suggestions_for(database::Transaction& transaction,
                                                 const std::string& name, Date day)
{
    std::vector<std::string> suggestions;
    const auto resolution = TRY(organisation::resolve_name(transaction, name, day));
    if (const auto* unresolved = std::get_if<organisation::Unresolved>(&resolution)) {
        for (const auto& match : unresolved->suggestions) suggestions.push_back(match.name);
    }
    return suggestions;
}

Result<ItemEditorPage> load_editor(const Context& context, database::Transaction& transaction,
                                   const Edition& edition, Item item, http::Form form)
{
    ItemEditorPage page{.item = std::move(item), .form = std::move(form)};
    page.base = base_text(sent_by(page.item));
    const auto day = edition.day();
    page.review = TRY(load_review(context, transaction, edition));
    for (const auto role : roles) {
        for (const auto& mention : page.item.agencies(role)) {
            if (!mention.target) {
                auto suggestions = TRY(suggestions_for(transaction, mention.text, day));
                page.doubts.push_back({mention.text, std::move(suggestions)});
                page.names.push_back({mention.text, mention.text + " (chưa biết)"});
                continue;
            }
            const auto official = TRY(organisation::name_of(transaction, *mention.target, day));
            if (official == mention.text) continue;
            page.names.push_back({mention.text, mention.text + " (" + official + ")"});
        }
    }
    return page;
}

Result<ItemEditorPage> load_new_item(const Context& context, database::Transaction& transaction,
                                     const Edition& edition, const http::Request& request)
{
    auto page = TRY(load_editor(context, transaction, edition, {}, {}));
    page.review.agencies = TRY(offered_names(transaction, edition.day()));
    const auto& items = page.review.items;
    const auto line = std::ranges::find(page.review.lines, number_of(value_in(request, "dong")),
                                        &SourceLine::number);
    const auto after = std::ranges::find(items, value_in(request, "sau"), &Item::code);
    if (after != items.end()) page.after = *after;
    if (line != page.review.lines.end()) {
        page.line = line->number;
        page.item.first_line = page.item.last_line = line->number;
        page.item.title = line->text;
        if (!page.after) page.after = item_before(items, line->number);
    }
    if (page.after) page.item.context = page.after->context;
    page.item.is_reviewed = true;  // by the person who writes it
    page.form = form_of(page.item);
    return page;
}

}  // namespace caicach::plan
