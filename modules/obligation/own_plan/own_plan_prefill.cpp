#include "obligation/own_plan/own_plan_prefill.hpp"

#include <algorithm>
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include "obligation/limits.hpp"
#include "text/text.hpp"

namespace caicach::obligation
{
namespace
{

using Words = std::set<std::string>;

Words words_of(std::string_view title)
{
    const auto folded = text::fold(title);
    Words words;
    for (const auto word : text::words(folded)) words.emplace(word);
    return words;
}

/// Three quarters of the words of the shorter one; of few words all.
bool says_the_same(const Words& one, const Words& other)
{
    constexpr std::size_t few = 3;
    const auto fewer = std::min(one.size(), other.size());
    if (fewer < few) return one == other;
    const auto shared =
        std::ranges::count_if(one, [&](const std::string& word) { return other.contains(word); });
    return static_cast<std::size_t>(shared) * 4 >= fewer * 3;
}

void append(std::string& text, std::string_view more, std::size_t length_max)
{
    if (more.empty() || text.find(more) != std::string::npos) return;
    auto longer = text.empty() ? std::string{more} : text + "; " + std::string{more};
    text = text::shorten(longer, length_max);
}

std::string form_of(const plan::Item& item)
{
    std::string form;
    for (const auto& quota : item.quotas)
        append(form, plan::sentence(quota, plan::doers_of(item)), limits::title_length_max);
    append(form, item.product, limits::title_length_max);
    return form;
}

std::string named_on(const plan::Item& item)
{
    std::string doers;
    for (const auto role : {plan::Role::lead, plan::Role::perform, plan::Role::support}) {
        std::string names;
        for (const auto& mention : item.agencies(role))
            names += (names.empty() ? "" : ", ") + mention.text;
        if (names.empty()) continue;
        append(doers, std::string{plan::label(role)} + ": " + names, limits::title_length_max);
    }
    return doers;
}

void add_to(OwnPlanLine& line, const plan::Item& item)
{
    const auto said = [&](Element element) -> std::string& {
        return line.words[static_cast<std::size_t>(element)];
    };
    const auto activity = item.path.empty() ? item.title : item.path + ". " + item.title;
    append(said(Element::activity), activity, limits::reason_length_max);
    append(said(Element::form), form_of(item), limits::title_length_max);
    if (item.schedule)
        append(said(Element::time), plan::sentence(*item.schedule), limits::title_length_max);
    append(said(Element::doers), named_on(item), limits::title_length_max);
    append(said(Element::money), item.budget, limits::title_length_max);
}

}  // namespace

std::vector<OwnPlanLine> lines_from(const std::vector<plan::Item>& items,
                                    const std::vector<Work>& works)
{
    std::vector<std::pair<Words, const plan::Item*>> known;
    known.reserve(items.size());
    for (const auto& item : items)
        if (!item.is_removed) known.emplace_back(words_of(item.title), &item);
    std::vector<OwnPlanLine> lines;
    for (const auto& work : works) {
        OwnPlanLine line{.lineage = work.lineage};
        const auto wanted = words_of(work.title);
        for (const auto& [words, item] : known)
            if (says_the_same(wanted, words)) add_to(line, *item);
        if (!line.is_empty()) lines.push_back(std::move(line));
    }
    return lines;
}

}  // namespace caicach::obligation
