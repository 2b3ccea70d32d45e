#include "plan/importer/roles.hpp"

#include <algorithm>
#include <array>

#include "plan/importer/agencies.hpp"
#include "plan/importer/lexicon.hpp"
#include "plan/importer/role_words.hpp"
#include "text/text.hpp"

namespace caicach::plan::importer
{
namespace
{

/// "giao", "đề nghị" between two agencies: the word behind, 0 where none stands.
std::size_t charge_end(const Words& words, std::size_t at)
{
    for (const auto* verb : {"giao nhiem vu cho", "giao cho", "giao", "phan cong", "de nghi"}) {
        if (const auto end = words.match(at, verb)) return end;
    }
    return 0;
}

/// The agencies behind "phối hợp với", "phối hợp cùng", "phối hợp, hướng dẫn": the partners.
AgencyList partners_at(const Words& words, std::size_t at, const Gazetteer& gazetteer)
{
    auto next = words.match(at, "phoi hop");
    // "Chương trình phối hợp giữa A và B" is a name.
    if (next == 0 || words.is(next, "giua")) return {};
    for (const auto* filler : {"chat che", "thuong xuyen"}) {
        if (const auto end = words.match(next, filler)) next = end;
    }
    // "phối hợp, hướng dẫn các tổ chức …": further verbs share the object.
    for (int i = 0; i < 3; ++i) {
        auto verb = next;
        if (words.is(verb, ",") || words.is(verb, "va")) ++verb;
        const auto end = std::max({words.match(verb, "huong dan"), words.match(verb, "van dong"),
                                   words.match(verb, "chi dao"), words.match(verb, "don doc"),
                                   words.match(verb, "lam viec")});
        if (end == 0) break;
        next = end;
    }
    for (const auto* link : {"cung voi", "voi", "cung"}) {
        if (const auto end = words.match(next, link)) {
            next = end;
            break;
        }
    }
    auto list = agencies_at(words, next, gazetteer, Reading::sentence);
    if (list.empty()) list.end = next;
    return list;
}

/// Parts of a sentence at ";" and "." outside of brackets.
std::vector<std::pair<std::size_t, std::size_t>> clauses_of(const Words& words)
{
    std::vector<std::pair<std::size_t, std::size_t>> clauses;
    std::size_t begin = 0;
    int brackets = 0;
    for (std::size_t at = 0; at <= words.size(); ++at) {
        if (at < words.size()) {
            brackets += words.is(at, "(") ? 1 : words.is(at, ")") ? -1 : 0;
            if (brackets > 0 || !(words.is(at, ";") || words.is(at, "."))) continue;
        }
        if (at > begin) clauses.emplace_back(begin, at);
        begin = at + 1;
    }
    return clauses;
}

class RoleReader
{
public:
    RoleReader(const Words& words, const Gazetteer& gazetteer)
        : m_words{words}, m_gazetteer{gazetteer}
    {
    }

    Roles run()
    {
        m_roles.pure = true;
        for (const auto& [begin, end] : clauses_of(m_words)) {
            if (m_read < end) clause(std::max(begin, m_read), end);
        }
        assign(RoleVerb::lead);
        m_roles.pure = m_roles.pure && !m_roles.empty();
        return std::move(m_roles);
    }

private:
    void clause(std::size_t at, std::size_t end)
    {
        while (at < end && !m_words[at].letters) ++at;
        if (at == end) return;
        m_led_here = false;
        const auto opening = opening_of(m_words, at);
        m_assigned = m_assigned || opening.end > at;
        at = opening.end;
        m_roles.requested = m_roles.requested || opening.requested;
        bool subject = true;  // agencies may begin here
        if (!role_verbs().find(m_words, at) &&
            agencies_at(m_words, at, m_gazetteer, Reading::sentence).empty()) {
            m_roles.pure = false;
        }
        while (at < end) {
            if (subject) {
                const auto list = agencies_at(m_words, at, m_gazetteer, Reading::sentence);
                if (!list.empty() && list.end <= end) {
                    merge(m_pending, list.names);
                    at = list.end;
                    subject = false;
                    continue;
                }
            }
            if (const auto charged = charge_end(m_words, at); charged != 0 && hands_over(charged)) {
                at = charged;
                subject = true;
                continue;
            }
            const auto verb = role_verb_at(m_words, at);
            if (verb && verb->end <= end) {
                at = role(at, verb->end, *verb->value);
                subject = false;
                continue;
            }
            subject = m_words.is(at, ",") || (subject && m_words.is(at, "("));
            if (!is_role_filler(m_words[at].folded)) m_roles.pure = false;
            ++at;
        }
    }

    /// "Ủy ban nhân dân tỉnh giao Sở Nội vụ chủ trì": who charges oversees.
    bool hands_over(std::size_t at)
    {
        if (m_pending.empty() || agencies_at(m_words, at, m_gazetteer, Reading::sentence).empty()) {
            return false;
        }
        merge(m_roles.oversee, m_pending);
        m_pending.clear();
        return true;
    }

    /// A role word: it takes the agencies before it, or those behind "với" and ":".
    std::size_t role(std::size_t at, std::size_t end, RoleVerb verb)
    {
        if (verb == RoleVerb::support) {
            const auto partners = partners_of(at);
            if (!partners.empty()) {
                assign(RoleVerb::lead);
                merge(m_roles.support, partners.names);
                m_taken = true;
                m_read = partners.end;
                return partners.end;
            }
            // "… chủ trì, phối hợp thực hiện" is still the lead's.
            assign(m_taken && m_pending.empty() ? RoleVerb::lead : RoleVerb::support);
            return end;
        }
        if (m_words.is(end, ":") || m_words.is(end, "la")) {
            const auto list = agencies_at(m_words, end + 1, m_gazetteer, Reading::sentence);
            if (!list.empty()) {
                m_pending = list.names;
                assign(verb);
                return list.end;
            }
        }
        assign(verb);
        return verb == RoleVerb::oversee ? directed(end) : end;
    }

    /// "A chỉ đạo B thực hiện": B does it.
    std::size_t directed(std::size_t at)
    {
        auto list = agencies_at(m_words, at, m_gazetteer, Reading::sentence);
        const auto verb = list.empty() ? std::nullopt : role_verbs().find(m_words, list.end);
        if (!verb || *verb->value != RoleVerb::lead) return at;
        m_pending = std::move(list.names);
        return list.end;
    }

    /// A list of partners goes on over ";", unless what stands behind has a role of its own. The
    /// "thực hiện" that ends "Giao A chủ trì, phối hợp với B; C thực hiện" is the whole's.
    [[nodiscard]] AgencyList partners_of(std::size_t at) const
    {
        auto list = partners_at(m_words, at, m_gazetteer);
        const auto verb = role_verbs().find(m_words, list.end);
        if (!verb || (m_assigned && *verb->value == RoleVerb::lead)) return list;
        for (auto mark = at; mark < list.end; ++mark) {
            if (!m_words.is(mark, ";")) continue;
            const Words before{m_words.slice(0, mark)};
            return partners_at(before, at, m_gazetteer);
        }
        return list;
    }

    void assign(RoleVerb verb)
    {
        // "Sở Nội vụ chủ trì, theo dõi, đôn đốc": one agency in two roles stands in both.
        if (m_pending.empty() && verb == RoleVerb::oversee && m_led_here) {
            merge(m_roles.oversee, m_leaders);
        }
        if (m_pending.empty()) return;
        m_led_here = verb == RoleVerb::lead;
        if (m_led_here) m_leaders = m_pending;
        auto& into = verb == RoleVerb::support   ? m_roles.support
                     : verb == RoleVerb::oversee ? m_roles.oversee
                                                 : m_roles.lead;
        merge(into, m_pending);
        m_pending.clear();
        m_taken = true;
    }

    const Words& m_words;
    const Gazetteer& m_gazetteer;
    Roles m_roles{};
    std::vector<AgencyName> m_pending{};
    std::vector<AgencyName> m_leaders{};  ///< who leads in this clause
    bool m_led_here{};
    bool m_taken{};
    bool m_assigned{};     ///< "Giao", "Đề nghị" opened the sentence
    std::size_t m_read{};  ///< the word behind the partners read last
};

}  // namespace

Roles roles_of(std::string_view text, const Gazetteer& gazetteer)
{
    const Words words{gazetteer.expand(text)};
    return RoleReader{words, gazetteer}.run();
}

/// "Định kỳ hằng tháng (trước ngày 25), các sở …", "Căn cứ Kế hoạch này, Sở Nội vụ …": the word
/// at which the subject may stand behind an introduction; 0 where the text begins with none.
static std::size_t behind_introduction(const Words& words)
{
    static constexpr std::string_view openings[] = {
        "dinh ky",   "hang thang", "hang quy",    "hang nam",    "hang tuan", "truoc ngay",
        "cham nhat", "can cu",     "tren co so",  "trong thang", "trong quy", "trong nam",
        "theo",      "dong thoi",  "ngoai ra",    "khi",         "sau khi",   "moi thang",
        "moi quy",   "den ngay",   "thuong xuyen"};
    const auto opens = std::ranges::any_of(
        openings, [&](std::string_view phrase) { return words.match(0, phrase) != 0; });
    if (!opens) return 0;
    constexpr std::size_t longest = 40;
    int brackets = 0;
    for (std::size_t at = 0; at < words.size() && at < longest; ++at) {
        brackets += words.is(at, "(") ? 1 : words.is(at, ")") ? -1 : 0;
        if (brackets == 0 && words.is(at, ",")) return at + 1;
        if (words.is(at, ";") || words.is(at, ".")) break;
    }
    return 0;
}

/// "Chế độ báo cáo: Các sở …", "Tập huấn cho cấp xã: Sở A chủ trì …": the subject stands behind the
/// colon; behind a long caption only where it is told what its role is.
static std::size_t behind_caption(const Words& words, const Gazetteer& gazetteer)
{
    constexpr std::size_t short_caption = 6;
    constexpr std::size_t longest = 40;
    bool plain = true;  // no mark and no agency before the colon
    for (std::size_t at = 0; at < words.size() && at <= longest; ++at) {
        if (words.is(at, ":")) {
            if (plain && at <= short_caption) return at + 1;
            const auto list = agencies_at(words, at + 1, gazetteer, Reading::sentence);
            return !list.empty() && role_verb_at(words, list.end) ? at + 1 : 0;
        }
        if (words.is(at, ";") || words.is(at, ".")) return 0;
        plain = plain && (words[at].letters || words.is(at, ",")) &&
                agencies_at(words, at, gazetteer, Reading::sentence).empty();
    }
    return 0;
}

/// Behind "(cơ quan thường trực)" and "- cơ quan thường trực -" the sentence goes on.
static std::size_t behind_apposition(const Words& words, std::size_t at)
{
    constexpr std::size_t longest = 14;
    const bool bracket = words.is(at, "(");
    if (!bracket && !words.is(at, "-")) return at;
    for (auto end = at + 1; end < words.size() && end < at + longest; ++end) {
        if (words.is(end, bracket ? ")" : "-")) return end + 1;
        if (words.is(end, ".") || words.is(end, ";") || words.is(end, ":")) break;
    }
    return at;
}

/// A subject is followed by a verb; "Báo cáo …", "Các sở hữu …" are none.
static bool is_subject(const Words& words, std::size_t end)
{
    end = behind_apposition(words, end);
    if (words.is(end, ",")) {
        // "Sở A, theo chức năng được giao, hướng dẫn …"
        return role_verbs().find(words, end + 1).has_value() || words.is(end + 1, "theo") ||
               words.match(end + 1, "can cu") != 0 || words.match(end + 1, "tren co so") != 0;
    }
    return end < words.size() && words[end].letters && !words[end].capital &&
           !words.is(end, "cua") && !words.is(end, "tren");
}

/// Behind a subject that hands the task on ("A giao B …", "A chỉ đạo, B thực hiện") those who do
/// it; empty where the subject does it itself.
static AgencyList doers_behind(const Words& words, std::size_t at, const Gazetteer& gazetteer)
{
    if (const auto charged = charge_end(words, at)) {
        auto list = agencies_at(words, charged, gazetteer, Reading::sentence);
        return list.end < words.size() && words[list.end].letters ? list : AgencyList{};
    }
    auto next = words.match(at, "chi dao");
    if (next == 0) return {};
    if (words.is(next, ",") || words.is(next, ";")) ++next;
    auto list = agencies_at(words, next, gazetteer, Reading::sentence);
    const auto verb = list.empty() ? std::nullopt : role_verbs().find(words, list.end);
    return verb && *verb->value == RoleVerb::lead ? list : AgencyList{};
}

Roles roles_in_task(std::string_view text, const Gazetteer& gazetteer)
{
    const Words words{gazetteer.expand(text)};
    Roles roles;
    const auto begin = std::max(behind_introduction(words), behind_caption(words, gazetteer));
    const auto opening = opening_of(words, begin);
    auto subject = agencies_at(words, opening.end, gazetteer, Reading::sentence);
    std::size_t at = begin == 0 ? opening.end : 0;
    if (!subject.empty() && is_subject(words, subject.end)) {
        roles.requested = opening.requested;
        roles.passes_on = opening.passes_on;
        if (auto doers = doers_behind(words, subject.end, gazetteer); !doers.empty()) {
            roles.oversee = std::move(subject.names);
            subject = std::move(doers);
        }
        roles.lead = subject.names;
        at = subject.end;
        roles.predicate = words.slice(at, words.size());
    }
    while (at < words.size()) {
        auto partners = partners_at(words, at, gazetteer);
        if (partners.empty()) {
            ++at;
            continue;
        }
        merge(roles.support, partners.names);
        at = partners.end;
    }
    return roles;
}

std::vector<AgencyName> charged_in(std::string_view text, const Gazetteer& gazetteer)
{
    const Words words{gazetteer.expand(text)};
    for (std::size_t at = 1; at < words.size(); ++at) {
        if (words[at - 1].letters || !words.is(at, "giao")) continue;
        auto list = agencies_at(words, charge_end(words, at), gazetteer, Reading::sentence);
        if (!list.empty() && is_subject(words, list.end)) return std::move(list.names);
    }
    return {};
}

}  // namespace caicach::plan::importer
