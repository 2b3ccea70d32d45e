#include "plan/importer/facts.hpp"

#include <algorithm>

#include "plan/importer/headings.hpp"
#include "plan/importer/lexicon.hpp"
#include "plan/importer/limits.hpp"
#include "plan/importer/quota.hpp"
#include "plan/importer/schedule.hpp"
#include "plan/importer/time_phrase.hpp"
#include "text/text.hpp"

namespace caicach::plan::importer
{
namespace
{

constexpr int section_depth = 20;

class Collector
{
public:
    Collector(const Outline& outline, const Gazetteer& gazetteer, bool roles_below)
        : m_outline{outline}, m_gazetteer{gazetteer}, m_roles_below{roles_below}
    {
    }

    Facts run(int index)
    {
        const auto& node = m_outline[index];
        m_statement = !is_heading_text(node.text);
        auto statement = split_statement(node.text);
        m_facts.title = std::move(statement.title);
        for (const auto& field : statement.fields) apply(field, -1);
        m_section =
            node.depth <= section_depth && std::ranges::any_of(node.children, [&](int child) {
                return m_outline[child].kind == Node::Kind::labelled;
            });
        if (m_roles_below) bracketed_roles();
        if (m_roles_below) closing_roles();
        for (const int child : node.children) below(child);
        return std::move(m_facts);
    }

private:
    void below(int child)
    {
        const auto& node = m_outline[child];
        const bool loose = node.kind == Node::Kind::plain || node.kind == Node::Kind::bullet;
        if (!loose && !is_labelled_field(node)) {
            m_facts.children.push_back(child);
            return;
        }
        // "(Chi tiết tại Phụ lục I kèm theo)" below a statement adds nothing to be done.
        if (m_statement && node.children.empty() && names_annex(node.text)) return take(child);
        if (loose && (states_frequency(child) || states_time(child))) return take(child);
        auto text = node.text;
        // "(Chủ trì: …; phối hợp: …)" as a line of its own.
        if (text.starts_with('(') && text.size() < 600) {
            const auto inside = std::string_view{text}.substr(1);
            if (begins_with_label(inside)) text = std::string{inside.substr(0, inside.rfind(')'))};
        }
        const auto statement = split_statement(text);
        const bool labelled = statement.title.empty() && !statement.fields.empty() &&
                              statement.fields.front().label != Label::content &&
                              statement.fields.front().label != Label::form;
        if (labelled) {
            for (const auto& field : statement.fields) apply(field, child);
            take(child);
        } else if (m_roles_below && !m_section && is_roles(node, text)) {
            take(child);
        } else {
            m_facts.children.push_back(child);
        }
    }

    /// "c) Cơ quan chủ trì: Sở Nội vụ.": the terms of a numbered task may be lettered.
    static bool is_labelled_field(const Node& node)
    {
        constexpr int above_letters = 30;
        return node.kind == Node::Kind::labelled && node.depth > above_letters &&
               begins_with_label(node.text);
    }

    /// "Chỉ tiêu: Mỗi tuần 02 tin, bài" among the terms of a task says how often.
    bool states_frequency(int child)
    {
        const auto stated = stated_target(m_outline[child].text);
        if (stated.empty() || quotas_in(stated).empty()) return false;
        append(m_facts.frequency, stated);
        return true;
    }

    /// "Hoàn thành trong quý II." on a line of its own, with no colon to tell it by.
    bool states_time(int child)
    {
        constexpr std::size_t longest = 12;
        const auto& node = m_outline[child];
        const Words words{node.text.substr(0, 160)};
        if (words.size() > longest || !node.children.empty()) return false;
        const bool opens = words.match(0, "hoan thanh") != 0 || words.match(0, "xong truoc") != 0 ||
                           words.match(0, "thoi gian") != 0 || words.match(0, "trong quy") != 0 ||
                           words.match(0, "trong thang") != 0;
        if (!opens || !schedule_of(node.text, 2000) || begins_with_label(node.text)) return false;
        append(m_facts.schedule, node.text);
        return true;
    }

    bool is_roles(const Node& node, std::string_view text)
    {
        constexpr std::size_t longest = 700;
        if (!node.children.empty() || text.size() > longest) return false;
        const auto roles = roles_of(text, m_gazetteer);
        // "Đề nghị A giám sát việc thực hiện.": to watch is what is asked, and no part in a task.
        if (roles.requested && roles.lead.empty() && roles.support.empty()) return false;
        if (roles.pure) {
            add(roles);
            return true;
        }
        // "Giao A chủ trì thực hiện trong quý I; kinh phí: …": the terms stand beside the roles.
        const auto statement = split_statement(text);
        const auto parted = part_time(statement.title);
        const auto alone = roles_of(parted.rest, m_gazetteer);
        if (!alone.pure || (parted.time.empty() && statement.fields.empty())) return false;
        add(alone);
        append(m_facts.schedule, parted.time);
        for (const auto& field : statement.fields) apply(field, -1);
        return true;
    }

    /// "… (Sở Nội vụ chủ trì; các sở, ban, ngành phối hợp)": roles in brackets at the end.
    void bracketed_roles()
    {
        std::string_view title = m_facts.title;
        while (title.ends_with('.') || title.ends_with(';')) title.remove_suffix(1);
        const auto open = title.rfind('(');
        if (!title.ends_with(')') || open == std::string_view::npos || open == 0) return;
        const auto inside = title.substr(open + 1, title.size() - open - 2);
        const auto roles = roles_of(inside, m_gazetteer);
        // "(Sở Nội vụ chủ trì thực hiện trong quý II)": roles, and the time beside them.
        const Words words{inside};
        bool leads = false;
        for (std::size_t at = 0; at < words.size(); ++at) {
            leads = leads || words.match(at, "chu tri") != 0 || words.match(at, "thuc hien") != 0;
        }
        const bool timed = leads && !roles.lead.empty() && schedule_of(inside, 2000).has_value();
        if (bracketed_terms(inside)) {
            m_facts.title = text::trim(title.substr(0, open));
            return;
        }
        if (!roles.pure && !timed) return;
        add(roles);
        if (timed) append(m_facts.schedule, inside);
        m_facts.title = text::trim(title.substr(0, open));
    }

    /// "Nâng cao chất lượng văn bản. Sở Tư pháp chủ trì, phối hợp với …": roles as a sentence.
    void closing_roles()
    {
        const std::string_view title = m_facts.title;
        const auto stop =
            title.substr(0, title.size() - std::min<std::size_t>(title.size(), 2)).rfind(". ");
        if (stop == std::string_view::npos || m_facts.has_roles()) return;
        const auto parted = part_time(title.substr(stop + 2));
        const auto roles = roles_of(parted.rest, m_gazetteer);
        if (!roles.pure || roles.lead.empty()) return;
        add(roles);
        append(m_facts.schedule, parted.time);
        m_facts.title.resize(stop + 1);
    }

    /// "(Phòng Nội vụ; trước ngày 10/3)": who, and behind a mark until when.
    bool bracketed_terms(std::string_view inside)
    {
        const Words words{m_gazetteer.expand(inside)};
        const auto list = agencies_at(words, 0, m_gazetteer, Reading::sentence);
        const bool parted = words.is(list.end, ";") || words.is(list.end, ",") ||
                            words.is(list.end, "-") || words.is(list.end, ":");
        if (list.empty() || !parted || list.end + 1 >= words.size()) return false;
        const auto rest = words.slice(list.end + 1, words.size());
        constexpr std::size_t longest = 60;
        if (rest.size() > longest || !schedule_of(rest, 2000)) return false;
        merge(m_facts.lead, list.names);
        append(m_facts.schedule, rest);
        return true;
    }

    void take(int child)
    {
        m_facts.field_nodes.push_back(child);
        for (const int below : m_outline[child].children) {
            if (m_facts.field_nodes.size() > limits::items_max) return;
            bool doer = false;
            for (const int other : m_facts.doers) doer = doer || other == below;
            if (!doer) take_whole(below);
        }
    }

    void take_whole(int node)
    {
        m_facts.field_nodes.push_back(node);
        for (const int below : m_outline[node].children) m_facts.field_nodes.push_back(below);
    }

    void apply(const Field& field, int node)
    {
        auto value = field.value;
        const bool list = node >= 0 && !m_outline[node].children.empty();
        switch (field.label) {
            case Label::lead:
                if (list) return doers(value, node);
                return lead(value);
            case Label::perform:
                if (list) return doers(value, node);
                return with_part(m_facts.lead, AgencyName::Part::performs, [&] { lead(value); });
            case Label::direct:
                return with_part(m_facts.oversee, AgencyName::Part::directs, [&] {
                    merge(m_facts.oversee, agencies_in(with_children(value, node), m_gazetteer));
                });
            case Label::support: {
                const auto all = with_children(value, node);
                merge(m_facts.support, agencies_in(without_time(all), m_gazetteer));
                return;
            }
            case Label::lead_and_oversee:
                lead(value);
                merge(m_facts.oversee, agencies_in(with_children(value, node), m_gazetteer));
                return;
            case Label::oversee:
                merge(m_facts.oversee, agencies_in(with_children(value, node), m_gazetteer));
                return;
            case Label::schedule:
                append(m_facts.schedule, with_children(value, node));
                return;
            case Label::frequency:
                append(m_facts.frequency, with_children(value, node));
                return;
            case Label::budget:
                append(m_facts.budget, with_children(value, node));
                return;
            case Label::product:
                append(m_facts.product, with_children(value, node));
                return;
            case Label::audience:
                append(m_facts.audience, with_children(value, node));
                return;
            default:
                return;
        }
    }

    /// Those whom `add` adds have this part.
    template <class Add>
    static void with_part(std::vector<AgencyName>& agencies, AgencyName::Part part, const Add& add)
    {
        const auto before = static_cast<std::ptrdiff_t>(agencies.size());
        add();
        std::for_each(agencies.begin() + before, agencies.end(),
                      [&](AgencyName& agency) { agency.part = part; });
    }

    /// The value of "Thực hiện:": a list of agencies, or a sentence of roles.
    void lead(std::string_view value)
    {
        // "Thực hiện: Hằng tuần." says when, not who.
        if (names_no_agency(value) && schedule_of(value, 2000)) {
            return append(m_facts.schedule, value);
        }
        value = without_time(value);
        const auto roles = roles_of(value, m_gazetteer);
        if (roles.pure || !roles.support.empty() || !roles.oversee.empty()) return add(roles);
        auto agencies = agencies_in(value, m_gazetteer);
        if (agencies.empty()) return add(roles);
        merge(m_facts.lead, agencies);
    }

    [[nodiscard]] bool names_no_agency(std::string_view value) const
    {
        const auto agencies = agencies_in(value, m_gazetteer);
        return std::ranges::none_of(agencies, &AgencyName::known) &&
               roles_of(value, m_gazetteer).empty();
    }

    /// "Giao A chủ trì thực hiện, hoàn thành trước ngày 20/8/2022": the end says until when.
    std::string_view without_time(std::string_view value)
    {
        const Words words{value};
        for (std::size_t at = 1; at < words.size(); ++at) {
            const bool opens =
                words.match(at, "hoan thanh") != 0 || words.match(at, "xong truoc") != 0 ||
                words.match(at, "truoc ngay") != 0 || words.match(at, "trong quy") != 0 ||
                words.match(at, "trong thang") != 0 || words.match(at, "trong nam") != 0;
            const auto rest = value.substr(words[at].begin);
            if (!opens || !schedule_of(rest, 2000)) continue;
            if (m_facts.schedule.empty()) m_facts.schedule = rest;
            value = text::trim(value.substr(0, words[at].begin));
            while (value.ends_with(',') || value.ends_with(';')) value.remove_suffix(1);
            break;
        }
        return value;
    }

    /// Bullets under "Thực hiện:". Those that say no more than who are the roles of the task;
    /// where none does, the task is everybody's, and each bullet is a task of its own.
    void doers(std::string_view value, int node)
    {
        if (!value.empty()) lead(value);
        std::vector<int> tasks;
        Roles all;
        bool pure_any = false;
        for (const int child : m_outline[node].children) {
            const auto& text = m_outline[child].text;
            const auto roles = roles_of(text, m_gazetteer);
            if (roles.pure) {
                add(roles);
                pure_any = true;
            } else {
                const auto task = roles_in_task(text, m_gazetteer);
                merge(all.lead, task.lead.empty() ? roles.lead : task.lead);
                merge(all.support, task.support);
                tasks.push_back(child);
            }
        }
        if (!pure_any) {
            merge(m_facts.lead, all.lead);
            merge(m_facts.support, all.support);
        }
        m_facts.doers.insert(m_facts.doers.end(), tasks.begin(), tasks.end());
    }

    void add(const Roles& roles)
    {
        merge(m_facts.lead, roles.lead);
        merge(m_facts.support, roles.support);
        merge(m_facts.oversee, roles.oversee);
        m_facts.requested = m_facts.requested || roles.requested;
    }

    [[nodiscard]] std::string with_children(std::string value, int node) const
    {
        if (node < 0) return value;
        for (const int child : m_outline[node].children) append(value, m_outline[child].text);
        return value;
    }

    static void append(std::string& to, std::string_view more)
    {
        if (more.empty()) return;
        if (!to.empty()) to += to.ends_with(';') || to.ends_with('.') ? " " : "; ";
        to += more;
    }

    const Outline& m_outline;
    const Gazetteer& m_gazetteer;
    bool m_roles_below;
    bool m_section{};    ///< Roman, with labelled parts: what stands behind them closes it
    bool m_statement{};  ///< the node says something, and is no mere heading
    Facts m_facts{};
};

}  // namespace

Facts facts_of(const Outline& outline, int node, const Gazetteer& gazetteer, bool roles_below)
{
    return Collector{outline, gazetteer, roles_below}.run(node);
}

}  // namespace caicach::plan::importer
