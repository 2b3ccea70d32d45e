// Items that are one sentence: the body below a heading, who does a part of a task, a duty.
#include "plan/importer/item_maker.hpp"
#include "plan/importer/schedule.hpp"
#include "plan/importer/time_phrase.hpp"
#include "plan/importer/time_points.hpp"
#include "text/text.hpp"

namespace caicach::plan::importer
{

int ItemMaker::make_assigned(int index, int below, Facts facts, const Context& context)
{
    const auto said = facts_of(m_outline, below, m_gazetteer, false);
    const auto roles = roles_in_task(said.title, m_gazetteer);
    merge(facts.lead, roles.lead);
    merge(facts.support, roles.support);
    merge(facts.oversee, roles.oversee);
    facts.requested = facts.requested || roles.requested;
    if (facts.budget.empty()) facts.budget = said.budget;
    if (facts.frequency.empty()) facts.frequency = said.frequency;
    if (facts.schedule.empty()) facts.schedule = said.schedule;
    const int made = make(ItemType::activity, index, facts, context);
    if (made < 0) return made;
    auto& item = at(made);
    if (!item.schedule) item.schedule = schedule_in_task(said.title, m_year);
    if (!item.schedule) item.schedule = schedule_in_task(roles.predicate, m_year);
    set_quotas(item, said.title, {}, {});
    give_period(item);
    leave_rounds_out(item);
    item.notes.push_back({"plan.note.assignment_says", text::shorten(said.title, 200)});
    fate_of(below, Fate::field, made);
    stretch(made, below);
    return made;
}

int ItemMaker::make_body(ItemType type, int heading, int body, const Context& context)
{
    const Facts facts = facts_of(m_outline, body, m_gazetteer, false);
    if (facts.title.empty()) return -1;
    Context inner = context;
    inner.headings.push_back(m_outline[heading].text);
    const int item = make(type, body, facts, inner);
    mark(heading, Fate::heading);
    stretch(item, heading);
    return item;
}

int ItemMaker::make_doer(int index, const Context& context)
{
    const auto& node = m_outline[index];
    ImportedItem item;
    item.path = context.path;
    item.type = ItemType::activity;
    item.title = node.text;
    item.context = context.headings;
    const auto roles = roles_in_task(node.text, m_gazetteer);
    const auto said = roles.lead.empty() ? roles_of(node.text, m_gazetteer) : roles;
    item.lead = said.lead;
    item.support = roles.support;
    set_quotas(item, node.text, {}, {});
    item.schedule = schedule_in_task(node.text, m_year);
    if (!item.schedule && opens_with_ongoing(roles.predicate)) item.schedule = ongoing();
    inherit(item, context);
    return add(std::move(item), index);
}

/// "(Thời gian: …; phối hợp: …)" inside of a duty.
void ItemMaker::duty_field(ImportedItem& item, const Field& field) const
{
    switch (field.label) {
        case Label::schedule:
            return set_time(item, field.value);
        case Label::support:
            return merge(item.support, agencies_in(field.value, m_gazetteer));
        case Label::lead:
        case Label::perform:
            return merge(item.lead, agencies_in(field.value, m_gazetteer));
        case Label::oversee:
        case Label::direct:
            return merge(item.oversee, agencies_in(field.value, m_gazetteer));
        case Label::lead_and_oversee:
            merge(item.lead, agencies_in(field.value, m_gazetteer));
            return merge(item.oversee, agencies_in(field.value, m_gazetteer));
        case Label::budget:
            item.budget = field.value;
            return;
        case Label::product:
            item.product = field.value;
            return;
        default:
            return;
    }
}

int ItemMaker::make_duty(int index, std::string_view title, const Context& context)
{
    auto statement = split_statement(title);
    ImportedItem item;
    item.path = context.path;
    item.type = ItemType::duty;
    item.title = statement.title.empty() ? std::string{title} : statement.title;
    item.context = context.headings;
    const auto roles = roles_in_task(item.title, m_gazetteer);
    item.lead = roles.lead.empty() ? context.agencies : roles.lead;
    // "Trên đây là Kế hoạch … . Yêu cầu các phòng báo cáo trước ngày …"
    if (item.lead.empty()) item.lead = roles_in_further_sentences(item.title, m_gazetteer).lead;
    item.requested = roles.lead.empty() ? context.requested : roles.requested;
    item.support = roles.support;
    if (roles.lead.empty() && !context.unread_heading.empty()) {
        item.notes.push_back({"plan.note.heading_unread", context.unread_heading});
    }
    item.oversee = roles.oversee;
    // Under the heading of A "Đề nghị B làm", "Giao B làm": A answers for it, B does it.
    // Where the heading itself asks, the speaker is the one who issues the plan.
    const bool hands_on = roles.passes_on && !context.requested;
    if (hands_on && item.lead != context.agencies) item.oversee = context.agencies;
    for (const auto& field : statement.fields) duty_field(item, field);
    if (!item.schedule) item.schedule = schedule_in_task(item.title, m_year);
    // "Sở A hằng quý tổng hợp …"
    if (!item.schedule) item.schedule = schedule_in_task(roles.predicate, m_year);
    if (!item.schedule && (opens_with_ongoing(item.title) || opens_with_ongoing(roles.predicate))) {
        item.schedule = ongoing();
    }
    set_quotas(item, item.title, {}, {});
    item.metrics = shares_in(item.title);
    give_period(item);
    return add(std::move(item), index);
}

bool ItemMaker::only_deadline(int index, int node)
{
    const auto& text = m_outline[node].text;
    constexpr std::size_t longest = 120;
    if (text.size() > longest || !states_time(text)) return false;
    // What says more than until when is a duty of its own.
    constexpr std::size_t most_words = 6;
    if (Words{part_time(text).rest}.size() > most_words) return false;
    auto& item = at(index);
    if (!item.schedule) item.schedule = schedule_in_task(text, m_year);
    absorb(index, node);
    return true;
}

}  // namespace caicach::plan::importer
