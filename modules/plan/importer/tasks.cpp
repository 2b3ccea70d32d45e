// What agencies do in the year: headings, statements and forms with their terms.
#include <algorithm>

#include "plan/importer/facts.hpp"
#include "plan/importer/lexicon.hpp"
#include "plan/importer/statement.hpp"
#include "plan/importer/walker.hpp"
#include "text/text.hpp"

namespace caicach::plan::importer
{

// NOLINTNEXTLINE(misc-no-recursion)
void Walker::task(int index, const Context& context)
{
    if (context.section == Section::target) return target(index, context);
    const auto& node = m_outline[index];
    if (heads_agency_list(m_outline, node, m_gazetteer)) {
        Context inner = context;
        inner.section = Section::duty;
        return duty(index, inner);
    }
    if (node.kind == Node::Kind::labelled && !node.children.empty() &&
        names_plan_terms(node.text) && !lists_by_time(m_outline, node) &&
        !charges_below(m_outline, node)) {
        return m_maker.mark_all(index, Fate::boilerplate);
    }
    const auto facts = facts_of(m_outline, index, m_gazetteer, true);
    if (facts.title.empty() && facts.children.empty()) {
        // "4. Kinh phí: …" among the sections: a term of the plan, not a task.
        return m_maker.mark_all(index, Fate::boilerplate);
    }
    if (assigned_below(index, facts, context)) return;
    if (facts.has_terms() && !facts.title.empty()) {
        if (!said_below(index, facts, context)) activity(index, facts, context);
        return;
    }
    if (facts.children.empty()) return leaf(index, facts, context);
    if (body_alone(index, facts, context)) return;
    if (says_itself(node, facts, context)) {
        m_maker.make(type_of(context.section), index, facts, context);
        Context inner = context;
        inner.headings.push_back(facts.title);
        return parts_of_item(facts.children, inner);
    }
    descend(index, context);
}

// NOLINTNEXTLINE(misc-no-recursion)
void Walker::parts_of_item(const std::vector<int>& parts, const Context& context)
{
    const bool bullets = std::ranges::any_of(
        parts, [&](int part) { return m_outline[part].kind == Node::Kind::bullet; });
    int paragraph = 0;
    for (const int part : parts) {
        const bool loose = m_outline[part].kind == Node::Kind::plain && !bullets;
        visit(part, loose ? context.at(context.path + "-" + std::to_string(++paragraph)) : context);
    }
}

bool Walker::says_itself(const Node& node, const Facts& facts, const Context& context) const
{
    const bool statement = !is_heading_text(node.text) && !opens_list(node.text);
    const bool form = context.section == Section::channel && node.depth > 20 &&
                      !section_of(node.text) && !parts_have_terms(facts);
    // "…, trong đó tập trung:" says something itself before it opens its list.
    const bool says_more = text::fold(node.text).find(", trong do ") != std::string::npos;
    const bool introduces = opens_list(node.text) && context.section == Section::topic &&
                            (says_more || node.text.size() > 250);
    const bool long_intro = node.text.ends_with(':') && node.text.size() >= 400;
    const bool says_task =
        statement && (context.section != Section::activity || has_subject(node.text));
    return says_task || form || introduces || long_intro;
}

void Walker::leaf(int index, const Facts& facts, const Context& context)
{
    const auto& node = m_outline[index];
    if (node.kind == Node::Kind::plain && is_aside(node, context)) {
        return m_maker.mark(index, Fate::boilerplate);
    }
    if (node.depth <= 20 && is_heading_text(node.text)) {
        return m_maker.mark(index, Fate::heading);
    }
    // A form that a named agency carries out is an activity.
    const bool done_by =
        context.section == Section::channel &&
        (has_subject(facts.title) || !charged_in(facts.title, m_gazetteer).empty() ||
         !agency_heading(facts.title, m_gazetteer).body.empty());
    m_maker.make(done_by ? ItemType::activity : type_of(context.section), index, facts, context);
}

bool Walker::said_below(int index, Facts facts, const Context& context)
{
    if (facts.children.size() != 1 || !facts.doers.empty()) return false;
    const auto& node = m_outline[index];
    const int below = facts.children.front();
    const auto& body = m_outline[below];
    if (facts.title != node.text || !is_statement_below(node, body)) return false;
    facts.title = body.text;
    Context inner = context;
    inner.headings.push_back(node.text);
    const int item = m_maker.make(ItemType::activity, below, facts, inner);
    m_maker.mark(index, Fate::heading);
    m_maker.stretch(item, index);
    return true;
}

bool Walker::assigned_below(int index, const Facts& facts, const Context& context)
{
    if (facts.children.size() != 1 || !facts.doers.empty()) return false;
    const auto& node = m_outline[index];
    const int below = facts.children.front();
    if (facts.title != node.text || !is_statement_below(node, m_outline[below])) return false;
    const auto said = split_statement(m_outline[below].text).title;
    const bool assigns = names_work(node.text) && is_assignment(said, m_gazetteer);
    if (!assigns && !only_assigns(said, m_gazetteer)) return false;
    m_maker.make_assigned(index, below, facts, context);
    return true;
}

bool Walker::body_alone(int index, const Facts& facts, const Context& context)
{
    if (facts.children.size() != 1 || context.section == Section::channel) return false;
    const auto& node = m_outline[index];
    const auto& body = m_outline[facts.children.front()];
    if (body.kind != Node::Kind::plain || node.depth <= 20 || !is_heading_text(node.text) ||
        body.text.ends_with(':')) {
        return false;
    }
    const int item =
        m_maker.make_body(type_of(context.section), index, facts.children.front(), context);
    return item >= 0;
}

bool Walker::is_aside(const Node& node, const Context& context) const
{
    if (node.text.ends_with(':') || node.text.starts_with('(')) return true;
    // "II. Cải cách thể chế" above "Phòng A chủ trì … trước ngày 15/11": somebody's task.
    const bool charged = is_assignment(node.text, m_gazetteer) ||
                         (has_subject(node.text) && m_maker.states_time(node.text));
    if (charged && !ItemMaker::is_closing_formula(node.text)) return false;
    const auto& parent = m_outline[node.parent];
    return (parent.kind == Node::Kind::root || parent.depth <= 20) &&
           (parent.children.size() > 1 || context.section == Section::activity) &&
           !facts_of(m_outline, m_self(node), m_gazetteer, false).has_terms();
}

bool Walker::parts_have_terms(const Facts& facts) const
{
    return std::ranges::any_of(facts.children, [&](int child) {
        return m_outline[child].kind == Node::Kind::labelled &&
               facts_of(m_outline, child, m_gazetteer, true).has_terms();
    });
}

// NOLINTNEXTLINE(misc-no-recursion)
void Walker::activity(int index, const Facts& facts, const Context& context)
{
    const int item = m_maker.make(ItemType::activity, index, facts, context);
    Context inner = context;
    inner.section = Section::activity;
    inner.headings.push_back(facts.title);
    inner.audience = audience_of(facts.title, context.audience);
    for (const int child : facts.children) {
        Context below = inner;
        below.path = m_maker.path_of(child, context);
        const bool group = opens_group(child, below);
        const bool own = !group && m_outline[child].kind != Node::Kind::plain &&
                         facts_of(m_outline, child, m_gazetteer, true).has_terms();
        if (own) visit(child, inner.at(context.path));
        if (!group && !own) m_maker.absorb(item, child);
        if (group) m_maker.stretch(item, child);
    }
    for (const int doer : facts.doers) {
        Context below = inner.at(m_maker.path_below_field(doer, context));
        below.inherited = item;
        m_maker.make_doer(doer, below);
    }
    m_maker.stretch_over(item, facts.field_nodes);
    m_maker.stretch_over(item, facts.doers);
}

}  // namespace caicach::plan::importer
