#include "plan/importer/items.hpp"

#include <algorithm>

#include "plan/importer/facts.hpp"
#include "plan/importer/headings.hpp"
#include "plan/importer/item_maker.hpp"
#include "plan/importer/lexicon.hpp"
#include "plan/importer/neighbours.hpp"
#include "plan/importer/schedule.hpp"
#include "text/text.hpp"

namespace caicach::plan::importer
{
namespace
{

class Walker
{
public:
    Walker(const Outline& outline, ItemMaker& maker, const Gazetteer& gazetteer)
        : m_outline{outline}, m_maker{maker}, m_gazetteer{gazetteer}
    {
    }

    void run()
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

private:
    // The depth of the outline is bounded (limits.hpp).
    // NOLINTNEXTLINE(misc-no-recursion)
    void children(const std::vector<int>& nodes, const Context& context)
    {
        for (const int child : nodes) visit(child, context);
    }

    // NOLINTNEXTLINE(misc-no-recursion)
    void visit(int index, const Context& context)
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

    /// "* Nội dung tuyên truyền:", "* Hình thức triển khai:" head the list below them.
    // NOLINTNEXTLINE(misc-no-recursion)
    bool opens_group(int index, const Context& context)
    {
        const auto& node = m_outline[index];
        if (node.kind != Node::Kind::bullet && node.kind != Node::Kind::plain) return false;
        const Words words{node.text.substr(0, 160)};
        const auto hit = labels().find(words, 0);
        if (!hit) return false;
        const bool group = *hit->value == Label::content || *hit->value == Label::form;
        const bool alone =
            hit->end == words.size() || (words.is(hit->end, ":") && hit->end + 1 == words.size());
        if (!group || !alone || node.children.empty()) return false;
        Context inner = context;
        inner.section = *hit->value == Label::content ? Section::topic : Section::channel;
        inner.headings.push_back(node.text);
        m_maker.mark(index, Fate::heading);
        children(node.children, inner);
        return true;
    }

    /// "a) Chỉ tiêu: 100% hồ sơ đúng hạn." among tasks: a target in one line.
    // NOLINTNEXTLINE(misc-no-recursion)
    void target_stated(int index, std::string_view stated, Context context)
    {
        context.section = Section::target;
        Facts facts;
        facts.title = stated;
        m_maker.make(ItemType::target, index, facts, context);
        children(m_outline[index].children, context);
    }

    void reclassify(const Node& node, Context& context) const
    {
        const bool heads = !node.children.empty() || node.depth <= 20;
        if (!heads || !is_heading_text(node.text) || node.kind == Node::Kind::plain) return;
        if (node.kind == Node::Kind::bullet && !node.text.ends_with(':')) return;
        auto section = section_of(node.text);
        if (!section) return;
        // "NỘI DUNG" beside "HÌNH THỨC" or below "Nội dung và hình thức": what is to be told.
        if (section == Section::activity && is_bare_content(node.text) &&
            (context.section == Section::topic || has_channel_beside(m_outline, node))) {
            section = Section::topic;
        }
        // Within duties, agencies head the parts; "Kinh phí" and the like still count.
        if (context.section == Section::duty && *section != Section::funding) return;
        // "Nội dung", "hình thức" of what a section of tasks is about stay tasks below Arabic
        // level.
        if (node.depth > 40 && *section == Section::activity) return;
        context.section = *section;
    }

    /// Purposes are no items, but a measurable result among them is a target.
    // NOLINTNEXTLINE(misc-no-recursion)
    void purpose(int index, const Context& context)
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
    void target(int index, const Context& context)
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

    // NOLINTNEXTLINE(misc-no-recursion)
    void task(int index, const Context& context)
    {
        if (context.section == Section::target) return target(index, context);
        const auto& node = m_outline[index];
        if (heads_agency_list(m_outline, node, m_gazetteer)) {
            Context inner = context;
            inner.section = Section::duty;
            return duty(index, inner);
        }
        if (node.kind == Node::Kind::labelled && !node.children.empty() &&
            names_plan_terms(node.text)) {
            return m_maker.mark_all(index, Fate::boilerplate);
        }
        const auto facts = facts_of(m_outline, index, m_gazetteer, true);
        if (facts.title.empty() && facts.children.empty()) {
            // "4. Kinh phí: …" among the sections: a term of the plan, not a task.
            return m_maker.mark_all(index, Fate::boilerplate);
        }
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
            return children(facts.children, inner);
        }
        descend(index, context);
    }

    /// A statement above its parts, and no mere name of them.
    [[nodiscard]] bool says_itself(const Node& node, const Facts& facts,
                                   const Context& context) const
    {
        const bool statement = !is_heading_text(node.text) && !opens_list(node.text);
        const bool names_form = context.section == Section::channel && node.depth > 20 &&
                                !section_of(node.text) && !parts_have_terms(facts);
        // "…, trong đó tập trung:" says something itself before it opens its list.
        const bool says_more = text::fold(node.text).find(", trong do ") != std::string::npos;
        const bool introduces = opens_list(node.text) && context.section == Section::topic &&
                                (says_more || node.text.size() > 250);
        const bool long_intro = node.text.ends_with(':') && node.text.size() >= 400;
        const bool says_task =
            statement && (context.section != Section::activity || has_subject(node.text));
        return says_task || names_form || introduces || long_intro;
    }

    /// What has nothing below it but its own terms.
    void leaf(int index, const Facts& facts, const Context& context)
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
        m_maker.make(done_by ? ItemType::activity : type_of(context.section), index, facts,
                     context);
    }

    /// "5. Cải cách tài chính công" above one sentence and its terms: the sentence is the task.
    bool said_below(int index, Facts facts, const Context& context)
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

    /// A heading above one paragraph: the paragraph is the statement and takes its path.
    bool body_alone(int index, const Facts& facts, const Context& context)
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

    /// Introductions and remarks between the labelled parts of a section.
    [[nodiscard]] bool is_aside(const Node& node, const Context& context) const
    {
        if (node.text.ends_with(':') || node.text.starts_with('(')) return true;
        const auto& parent = m_outline[node.parent];
        return (parent.kind == Node::Kind::root || parent.depth <= 20) &&
               (parent.children.size() > 1 || context.section == Section::activity) &&
               !facts_of(m_outline, m_self(node), m_gazetteer, false).has_terms();
    }

    [[nodiscard]] int m_self(const Node& node) const
    {
        return static_cast<int>(&node - m_outline.nodes.data());
    }

    [[nodiscard]] bool parts_have_terms(const Facts& facts) const
    {
        return std::ranges::any_of(facts.children, [&](int child) {
            return m_outline[child].kind == Node::Kind::labelled &&
                   facts_of(m_outline, child, m_gazetteer, true).has_terms();
        });
    }

    // NOLINTNEXTLINE(misc-no-recursion)
    void descend(int index, const Context& context)
    {
        Context inner = context;
        inner.headings.push_back(m_outline[index].text);
        inner.audience = audience_of(m_outline[index].text, context.audience);
        m_maker.mark(index, Fate::heading);
        children(m_outline[index].children, inner);
    }

    // NOLINTNEXTLINE(misc-no-recursion)
    void activity(int index, const Facts& facts, const Context& context)
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

    // NOLINTNEXTLINE(misc-no-recursion)
    void duty(int index, const Context& context)
    {
        const auto& node = m_outline[index];
        const auto heading = agency_heading(node.text, m_gazetteer);
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

    /// "2. Sở Nội vụ" and what stands below it, or behind its colon.
    // NOLINTNEXTLINE(misc-no-recursion)
    void duties_of(int index, const AgencyHeading& heading, const Context& context)
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

    /// A heading among duties that is no agency, though it may name some.
    // NOLINTNEXTLINE(misc-no-recursion)
    void duties_under(int index, const Context& context)
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

    /// "5. Thời gian thực hiện: trong năm 2026", "4. Kinh phí thực hiện do ngân sách bảo đảm": the
    /// whole plan's, and nobody's duty.
    [[nodiscard]] bool is_term_of_plan(const Node& node) const
    {
        if (node.kind != Node::Kind::labelled) return false;
        if (node.children.empty() && states_plan_time(node.text)) return true;
        return section_of(node.text) == Section::funding && !has_subject(node.text);
    }

    /// The duties under a heading of agencies; its first paragraph takes the heading's path.
    // NOLINTNEXTLINE(misc-no-recursion)
    void bodies(const Node& node, const Context& context)
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

    /// What stands below one duty: further parts of it, unless a part has its own subject.
    // NOLINTNEXTLINE(misc-no-recursion)
    void duty_below(int child, int item, const Context& context)
    {
        const auto& node = m_outline[child];
        const bool labelled = node.kind == Node::Kind::labelled;
        if (labelled || (node.kind == Node::Kind::bullet &&
                         m_outline[node.parent].kind == Node::Kind::labelled)) {
            return visit(child, context);
        }
        if (node.kind == Node::Kind::plain && item >= 0 && m_maker.only_deadline(item, child))
            return;
        if (node.kind == Node::Kind::plain && has_subject(node.text))
            return closing(child, context);
        m_maker.absorb(item, child);
    }

    [[nodiscard]] bool has_subject(std::string_view text) const
    {
        return !roles_in_task(text, m_gazetteer).lead.empty();
    }

    /// A paragraph that no list holds: a duty where it sets a date, a closing formula otherwise.
    void closing(int index, const Context& context)
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
            return m_maker.mark(index,
                                node.text.ends_with(':') ? Fate::heading : Fate::boilerplate);
        }
        Context inner = context;
        if (m_outline[node.parent].depth <= 20) inner.path += "-" + m_maker.next_loose(node.parent);
        m_maker.make_duty(index, node.text, inner);
    }

    const Outline& m_outline;
    ItemMaker& m_maker;
    const Gazetteer& m_gazetteer;
};

}  // namespace

ItemsFound items_of(const std::vector<Paragraph>& paragraphs, const Parts& parts,
                    const Outline& outline, const Gazetteer& gazetteer, int year,
                    std::size_t line_count)
{
    ItemMaker maker{paragraphs, parts, outline, gazetteer, year, line_count};
    Walker{outline, maker, gazetteer}.run();
    return maker.take();
}

}  // namespace caicach::plan::importer
