// What named agencies answer for: the part "Tổ chức thực hiện", and lists under their names.
#include <algorithm>

#include "plan/importer/lexicon.hpp"
#include "plan/importer/walker.hpp"
#include "text/text.hpp"

namespace caicach::plan::importer
{

// NOLINTNEXTLINE(misc-no-recursion)
void Walker::duty(int index, const Context& context)
{
    const auto& node = m_outline[index];
    auto heading = agency_heading(node.text, m_gazetteer);
    if (heading.agencies.empty() && is_named_among_agencies(node)) {
        heading.agencies.push_back({node.text, false});
    }
    if (!heading.agencies.empty()) return duties_of(index, heading, context);
    if (node.depth <= 20 && node.kind == Node::Kind::labelled) {
        m_maker.mark(index, Fate::heading);
        Context inner = context;
        inner.headings.push_back(node.text);
        return children(node.children, inner);
    }
    if (node.kind == Node::Kind::plain) return closing(index, context);
    if (context.agencies.empty() && is_term_of_plan(node)) {
        return m_maker.mark_all(index, Fate::boilerplate);
    }
    const bool short_heading = !node.children.empty() && is_heading_text(node.text) &&
                               node.text.size() < 200 &&
                               (node.kind == Node::Kind::labelled || node.text.ends_with(':'));
    if (short_heading &&
        (!has_subject(node.text) || duties_stand_below(m_outline, node, m_gazetteer))) {
        return duties_under(index, context);
    }
    const int item = m_maker.make_duty(index, node.text, context);
    for (const int child : node.children) duty_below(child, item, context);
}

bool Walker::is_named_among_agencies(const Node& node) const
{
    constexpr std::size_t longest = 160;
    if (node.kind != Node::Kind::labelled || node.children.empty() || node.depth <= 20 ||
        node.text.size() > longest || !is_heading_text(node.text) || node.text.ends_with(':')) {
        return false;
    }
    static constexpr std::string_view bodies[] = {
        "cong chuc", "vien chuc", "can bo", "he thong", "thanh vien", "bo phan",
        "to",        "nhom",      "cac",    "doi",      "chi bo",     "dang bo",
        "cau lac",   "mang luoi", "nguoi",  "truong",   "cap uy",     "ban"};
    const Words words{node.text};
    const bool body =
        std::ranges::any_of(bodies, [&](auto word) { return words.match(0, word) != 0; });
    return body && !has_subject(node.text) &&
           std::ranges::any_of(m_outline[node.parent].children, [&](int other) {
               const auto& beside = m_outline[other];
               return beside.depth == node.depth &&
                      !agency_heading(beside.text, m_gazetteer).agencies.empty();
           });
}

// NOLINTNEXTLINE(misc-no-recursion)
void Walker::duties_of(int index, const AgencyHeading& heading, const Context& context)
{
    const auto& node = m_outline[index];
    Context inner = context;
    inner.agencies = heading.agencies;
    inner.unread_heading.clear();
    inner.requested = heading.requested;
    if (heading.body.empty()) {
        inner.headings.push_back(node.text);
        m_maker.mark(index, Fate::heading);
        return bodies(node, inner);
    }
    // What stands behind the colon is the item itself.
    inner.headings.push_back(node.text.substr(0, node.text.find(':')));
    const int item = m_maker.make_duty(index, heading.body, inner);
    for (const int child : node.children) duty_below(child, item, inner);
}

// NOLINTNEXTLINE(misc-no-recursion)
void Walker::duties_under(int index, const Context& context)
{
    const auto& node = m_outline[index];
    Context inner = context;
    m_maker.mark(index, Fate::heading);
    auto named = roles_in_task(node.text, m_gazetteer).lead;
    // "Các cơ quan chủ trì các nội dung …": which of them, the tail would say.
    const bool collective = !named.empty() && named.back().name.starts_with("Các ");
    inner.unread_heading = collective ? text::shorten(node.text, 120) : std::string{};
    if (!named.empty()) inner.agencies = std::move(named);
    inner.headings.push_back(node.text);
    bodies(node, inner);
}

bool Walker::is_term_of_plan(const Node& node) const
{
    if (node.kind != Node::Kind::labelled) return false;
    if (node.children.empty() && states_plan_time(node.text)) return true;
    return section_of(node.text) == Section::funding && !has_subject(node.text);
}

// NOLINTNEXTLINE(misc-no-recursion)
void Walker::bodies(const Node& node, const Context& context)
{
    int plain = 0;
    int item = -1;
    for (const int child : node.children) {
        const auto& below = m_outline[child];
        if (below.kind != Node::Kind::plain || begins_with_label(below.text)) {
            visit(child, context);
            continue;
        }
        if (below.text.ends_with(':') && node.children.size() > 1) {
            m_maker.mark(child, Fate::heading);
            continue;
        }
        Context inner = context;
        if (plain > 0 && item >= 0 && m_maker.only_deadline(item, child)) continue;
        if (plain > 0) inner.path += "-" + std::to_string(plain);
        ++plain;
        item = m_maker.make_duty(child, below.text, inner);
        if (plain == 1) m_maker.stretch(item, m_self(node));
    }
}

// NOLINTNEXTLINE(misc-no-recursion)
void Walker::duty_below(int child, int item, const Context& context)
{
    const auto& node = m_outline[child];
    const bool labelled = node.kind == Node::Kind::labelled;
    if (labelled ||
        (node.kind == Node::Kind::bullet && m_outline[node.parent].kind == Node::Kind::labelled)) {
        return visit(child, context);
    }
    if (node.kind == Node::Kind::plain && item >= 0 && m_maker.only_deadline(item, child)) return;
    if (node.kind == Node::Kind::plain && has_subject(node.text)) return closing(child, context);
    m_maker.absorb(item, child);
}

void Walker::closing(int index, const Context& context)
{
    const auto& node = m_outline[index];
    const bool dated = m_maker.states_time(node.text);
    const auto roles = roles_in_task(node.text, m_gazetteer);
    const bool formula = ItemMaker::is_closing_formula(node.text);
    if (!dated && (formula || roles.lead.empty())) {
        if (!formula && !context.agencies.empty() && !node.text.ends_with(':')) {
            m_maker.make_duty(index, node.text, context);
            return;
        }
        return m_maker.mark(index, node.text.ends_with(':') ? Fate::heading : Fate::boilerplate);
    }
    Context inner = context;
    if (m_outline[node.parent].depth <= 20) inner.path += "-" + m_maker.next_loose(node.parent);
    m_maker.make_duty(index, node.text, inner);
}

}  // namespace caicach::plan::importer
