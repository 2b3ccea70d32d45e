#include "plan/importer/items.hpp"

#include "plan/importer/facts.hpp"
#include "plan/importer/lexicon.hpp"
#include "plan/importer/walker.hpp"
#include "text/text.hpp"

namespace caicach::plan::importer
{

void Walker::run()
{
    for (int root = 0; root < static_cast<int>(m_outline.nodes.size()); ++root) {
        const auto& node = m_outline[root];
        if (node.kind != Node::Kind::root) continue;
        Context context;
        context.section = Section::activity;
        if (node.annex >= 0) context.path = m_maker.annex_label(node.annex);
        children(node.children, context);
    }
}

// NOLINTNEXTLINE(misc-no-recursion)
void Walker::children(const std::vector<int>& nodes, const Context& context)
{
    Context here = context;
    for (const int child : nodes) {
        if (auto charged = charged_by(m_outline[child]); !charged.empty()) {
            here.charged = std::move(charged);
        }
        visit(child, here);
    }
}

Roles Walker::charged_by(const Node& node) const
{
    std::string_view text = node.text;
    if (node.kind != Node::Kind::plain || !text.ends_with(':')) return {};
    text.remove_suffix(1);
    return only_assigns(text, m_gazetteer) ? roles_of(text, m_gazetteer) : Roles{};
}

// NOLINTNEXTLINE(misc-no-recursion)
void Walker::visit(int index, const Context& context)
{
    const auto& node = m_outline[index];
    if (node.kind == Node::Kind::table) return m_maker.table(index, context);
    // Under the heading of an agency even a pointer charges it with what the annex says.
    const bool pointer = context.agencies.empty() || node.text.starts_with('(');
    if (pointer && names_annex(node.text) && node.children.empty()) {
        return m_maker.mark(index, Fate::heading);
    }
    Context inner = context;
    inner.path = m_maker.path_of(index, context);
    if (opens_group(index, inner)) return;
    if (const auto stated = stated_target(node.text); m_maker.is_measurable(stated)) {
        return target_stated(index, stated, inner);
    }
    reclassify(node, inner);
    switch (inner.section) {
        case Section::funding:
            return m_maker.mark_all(index, Fate::boilerplate);
        case Section::purpose:
            return purpose(index, inner);
        case Section::duty:
            return duty(index, inner);
        default:
            return task(index, inner);
    }
}

// NOLINTNEXTLINE(misc-no-recursion)
bool Walker::opens_group(int index, const Context& context)
{
    const auto& node = m_outline[index];
    if (node.kind != Node::Kind::bullet && node.kind != Node::Kind::plain) return false;
    const Words words{node.text.substr(0, 160)};
    const auto hit = label_at(words, 0);
    if (!hit) return false;
    const bool group = hit->label == Label::content || hit->label == Label::form;
    const bool alone =
        hit->end == words.size() || (words.is(hit->end, ":") && hit->end + 1 == words.size());
    if (!group || !alone || node.children.empty()) return false;
    Context inner = context;
    inner.section = hit->label == Label::content ? Section::topic : Section::channel;
    inner.headings.push_back(node.text);
    m_maker.mark(index, Fate::heading);
    children(node.children, inner);
    return true;
}

// NOLINTNEXTLINE(misc-no-recursion)
void Walker::target_stated(int index, std::string_view stated, Context context)
{
    context.section = Section::target;
    Facts facts;
    facts.title = stated;
    m_maker.make(ItemType::target, index, facts, context);
    children(m_outline[index].children, context);
}

void Walker::reclassify(const Node& node, Context& context) const
{
    const bool heads = !node.children.empty() || node.depth <= 20;
    if (!heads || !is_heading_text(node.text) || node.kind == Node::Kind::plain) return;
    if (node.kind == Node::Kind::bullet && !node.text.ends_with(':')) return;
    auto section = section_of(node.text);
    if (!section) return;
    // "NỘI DUNG" beside "HÌNH THỨC" or below "Nội dung và hình thức": what is to be told.
    const bool told = (context.section == Section::topic && opens_with_content(node.text)) ||
                      (is_bare_content(node.text) && has_channel_beside(m_outline, node));
    if (section == Section::activity && told) section = Section::topic;
    // Within duties, agencies head the parts; "Kinh phí" and the like still count.
    if (context.section == Section::duty && *section != Section::funding) return;
    // "Nội dung", "hình thức" of what a section of tasks is about stay tasks below Arabic
    // level.
    if (node.depth > 40 && *section == Section::activity) return;
    context.section = *section;
}

// NOLINTNEXTLINE(misc-no-recursion)
void Walker::purpose(int index, const Context& context)
{
    const auto& node = m_outline[index];
    if (m_maker.is_measurable(node.text)) {
        Context inner = context;
        inner.section = Section::target;
        return target(index, inner);
    }
    const bool heading = !node.children.empty() && is_heading_text(node.text);
    m_maker.mark(index, heading ? Fate::heading : Fate::boilerplate);
    Context inner = context;
    if (heading) inner.headings.push_back(node.text);
    children(node.children, inner);
}

// NOLINTNEXTLINE(misc-no-recursion)
void Walker::target(int index, const Context& context)
{
    const auto& node = m_outline[index];
    const auto facts = facts_of(m_outline, index, m_gazetteer, true);
    const bool measurable = m_maker.is_measurable(facts.title);
    const bool heading = !facts.children.empty() && !measurable && !facts.has_terms() &&
                         (is_heading_text(node.text) || opens_list(node.text));
    if (heading || (node.kind == Node::Kind::plain && !measurable && opens_list(node.text))) {
        return descend(index, context);
    }
    const int item = m_maker.make(ItemType::target, index, facts, context);
    for (const int child : facts.children) {
        const bool own = m_outline[child].kind != Node::Kind::plain &&
                         m_maker.is_measurable(m_outline[child].text);
        if (!own) {
            m_maker.absorb(item, child);
            continue;
        }
        Context inner = context;
        inner.path = m_maker.path_of(child, context);
        inner.inherited = item;
        target(child, inner);
    }
}

int Walker::m_self(const Node& node) const
{
    return static_cast<int>(&node - m_outline.nodes.data());
}

// NOLINTNEXTLINE(misc-no-recursion)
void Walker::descend(int index, const Context& context)
{
    Context inner = context;
    inner.headings.push_back(m_outline[index].text);
    inner.audience = audience_of(m_outline[index].text, context.audience);
    m_maker.mark(index, Fate::heading);
    children(m_outline[index].children, inner);
}

bool Walker::has_subject(std::string_view text) const
{
    return !roles_in_task(text, m_gazetteer).lead.empty();
}

ItemsFound items_of(const std::vector<Paragraph>& paragraphs, const Parts& parts,
                    const Outline& outline, const Gazetteer& gazetteer, int year,
                    std::size_t line_count)
{
    ItemMaker maker{paragraphs, parts, outline, gazetteer, year, line_count};
    Walker{outline, maker, gazetteer}.run();
    return maker.take();
}

}  // namespace caicach::plan::importer
