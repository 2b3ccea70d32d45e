#include "plan/item_editing.hpp"

#include <algorithm>
#include <charconv>
#include <utility>
#include <variant>

#include "plan/item_form.hpp"

namespace caicach::plan
{
namespace
{

std::int64_t number_of(std::string_view text)
{
    std::int64_t number{};
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

/// From the query of the first look, or from the form sent.
std::int64_t number_in(const http::Request& request, std::string_view name)
{
    return number_of(request.query(name).value_or(request.raw(name)));
}

/// The last standing item that ends above the line.
ItemId item_before(const std::vector<Item>& items, int line)
{
    ItemId before;
    for (const auto& item : items) {
        if (!item.is_removed && item.last_line > 0 && item.last_line < line) before = item.id;
    }
    return before;
}

}  // namespace

Date day_of(const Context& context, const Edition& edition)
{
    return edition.document.issued_on.value_or(context.today());
}

Result<std::vector<NameChoice>> name_choices(database::Transaction& transaction, Date day)
{
    std::vector<NameChoice> names;
    const auto groups = TRY(organisation::groups(transaction));
    for (const auto& group : groups) names.push_back({group.name, group.name});
    const auto agencies = TRY(organisation::agencies_on(transaction, day));
    for (const auto& agency : agencies) names.push_back({agency.name, agency.name});
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
    const auto day = day_of(context, edition);
    page.review = TRY(load_review(context, transaction, edition));
    page.names = TRY(name_choices(transaction, day));
    for (const auto role : {Role::lead, Role::support, Role::oversee}) {
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
    const auto& items = page.review.items;
    const auto line = std::ranges::find(
        page.review.lines, static_cast<int>(number_in(request, "dong")), &SourceLine::number);
    page.after = ItemId{number_in(request, "sau")};
    if (line != page.review.lines.end()) {
        page.line = line->number;
        page.item.first_line = page.item.last_line = line->number;
        page.item.title = line->text;
        if (!page.after) page.after = item_before(items, line->number);
    }
    const auto after = std::ranges::find(items, page.after, &Item::id);
    if (after == items.end()) {
        page.after = {};
    } else {
        page.item.context = after->context;
    }
    page.item.is_reviewed = true;  // by the person who writes it
    page.form = form_of(page.item);
    return page;
}

}  // namespace caicach::plan
