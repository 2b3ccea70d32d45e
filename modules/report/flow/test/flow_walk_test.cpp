#include <algorithm>
#include <array>
#include <cstdint>
#include <iterator>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "crypto/crypto.hpp"
#include "json/value.hpp"
#include "report/checks.hpp"
#include "report/filling/cell_store.hpp"
#include "report/flow/late_fact.hpp"
#include "report/flow/sent_fact.hpp"
#include "report/flow/test/flow_desk.hpp"

/// Five hundred steps at random, against what a clerk with pencil and paper would say.
namespace caicach::report
{
namespace
{

constexpr std::uint64_t seed = 20261123;
constexpr int steps = 500;

struct KnownFact {
    evidence::FactId id{};
    Date day{};
    std::int64_t quantity{};
    bool counts{true};
};

/// The paper: nothing of the program's own rules is asked.
struct Paper {
    std::string state{"expected"};
    Date due{};
    Date locks{};
    std::optional<Date> open_until{};
    std::optional<Date> first_sent{};
    bool is_resent_late{};
    std::optional<std::int64_t> typed{};
    std::vector<std::string> kinds{};  ///< of submissions
    std::vector<KnownFact> facts{};
    std::set<std::int64_t> frozen{};  ///< facts in what was sent last
    std::optional<std::int64_t> sent_typed{};
    std::int64_t sent_counted{};
    std::size_t remarks{};

    [[nodiscard]] bool is_locked(Date today) const
    {
        return today > locks && !(open_until && today <= *open_until);
    }
    [[nodiscard]] bool stands() const
    {
        return state == "submitted" || state == "checked" || state == "approved";
    }
    [[nodiscard]] bool is_owed() const
    {
        return state == "expected" || state == "draft" || state == "returned";
    }
    [[nodiscard]] std::set<std::int64_t> counting() const
    {
        std::set<std::int64_t> ids;
        for (const auto& one : facts)
            if (one.counts) ids.insert(one.id.value);
        return ids;
    }
    [[nodiscard]] std::int64_t counted() const
    {
        std::int64_t sum = 0;
        for (const auto& one : facts)
            if (one.counts) sum += one.quantity;
        return sum;
    }
    [[nodiscard]] std::set<std::int64_t> late() const
    {
        const auto now = counting();
        std::set<std::int64_t> found;
        std::ranges::set_symmetric_difference(now, frozen, std::inserter(found, found.end()));
        return found;
    }
    [[nodiscard]] bool has_sent_enough() const { return kinds.size() >= 50; }
    void send(Date today, std::string kind)
    {
        state = "submitted";
        if (!first_sent) first_sent = today;
        kinds.push_back(std::move(kind));
        frozen = counting();
        sent_typed = typed;
        sent_counted = counted();
        remarks = 0;
    }
};

enum class Does {
    fill,
    submit,
    recall,
    check,
    approve,
    send_back,
    reopen,
    correct,
    correct_nothing,
    extend,
    record,
    take_back
};
constexpr int deeds = 12;

class Walk
{
public:
    explicit Walk(Room& room) : m_room(room), m_desk(room)
    {
        const auto report = m_desk.report();
        m_paper.due = report.due_on;
        m_paper.locks = report.locks_on.value();
        // So that what happened the days before is in the period.
        room.desk.clock.set_today(room.context.today().plus_days(5));
        auto transaction = MUST(room.context.read());
        m_data_until = MUST(ReportStore{transaction}.period(report.period)).data.to;
    }

    void run()
    {
        for (int i = 0; i < steps; ++i) {
            if (chance(3) == 0) m_room.desk.clock.set_today(m_room.context.today().plus_days(1));
            const auto does = next_deed();
            CAPTURE(i);
            CAPTURE(static_cast<int>(does));
            CAPTURE(m_paper.state);
            const bool is_meant = on_paper(does);
            const bool is_done = in_program(does).has_value();
            REQUIRE(is_done == is_meant);
            if (is_meant) ++m_done[static_cast<std::size_t>(does)];
            compare();
        }
        CHECK(MUST(check_values(m_room.context)).empty());
        CHECK(MUST(check_snapshots(m_room.context)).empty());
        // A walk that never corrected, or never reopened, would prove nothing of it.
        for (int i = 0; i < deeds; ++i) {
            CAPTURE(i);
            if (i != static_cast<int>(Does::correct_nothing))
                CHECK(m_done[static_cast<std::size_t>(i)] > 0);
        }
        verify_chain();
    }

private:
    /// The same numbers for the same seed, on every machine (Knuth's generator).
    unsigned chance(unsigned of)
    {
        m_random = m_random * 6'364'136'223'846'793'005U + 1'442'695'040'888'963'407U;
        return static_cast<unsigned>(m_random >> 33U) % of;
    }
    /// Collectors mostly go on with what they have: else nothing would ever be approved.
    Does next_deed()
    {
        const auto thrown = chance(deeds + 6);
        if (thrown < deeds) return static_cast<Does>(thrown);
        return m_paper.state == "checked" ? Does::approve : Does::check;
    }
    [[nodiscard]] Date today() const { return m_room.context.today(); }

    /// Whether it may be done now; then the paper says it is.
    bool on_paper(Does does)
    {
        const bool is_locked = m_paper.is_locked(today());
        const auto go = [&](bool may, std::string next) {
            if (may) m_paper.state = std::move(next);
            return may;
        };
        switch (does) {
            case Does::fill:
                if (!m_paper.is_owed() || is_locked) return false;
                m_paper.typed = ++m_next;
                return go(true, m_paper.state == "returned" ? "returned" : "draft");
            case Does::submit:
                if (!m_paper.is_owed() || is_locked || m_paper.has_sent_enough()) return false;
                if (m_paper.first_sent && today() > m_paper.due) m_paper.is_resent_late = true;
                m_paper.send(today(), m_paper.kinds.empty() ? "first" : "again");
                return true;
            case Does::recall:
                return go(m_paper.state == "submitted" && !is_locked, "draft");
            case Does::check:
                return go(m_paper.state == "submitted", "checked");
            case Does::approve:
                return go(m_paper.state == "checked", "approved");
            case Does::send_back:
                if (m_paper.state != "submitted" && m_paper.state != "checked") return false;
                ++m_paper.remarks;
                return go(true, "returned");
            case Does::reopen:
                return go(m_paper.state == "approved" && !is_locked, "returned");
            case Does::correct:
            case Does::correct_nothing:
                return corrected(does, is_locked);
            case Does::extend:
                m_paper.open_until = today().plus_days(2);
                return true;
            case Does::record:
            case Does::take_back:
                return true;  // the program is asked first: it gives the id
        }
        return false;
    }

    bool corrected(Does does, bool is_locked)
    {
        const bool has_sent = m_paper.stands() || m_paper.state == "returned";
        if (!is_locked || !has_sent || m_paper.has_sent_enough()) return false;
        const bool is_same = does == Does::correct_nothing && m_paper.late().empty() &&
                             m_paper.typed == m_paper.sent_typed;
        if (is_same && m_paper.stands()) return false;
        if (does == Does::correct) m_paper.typed = ++m_next;
        if (!m_paper.stands() && today() > m_paper.due) m_paper.is_resent_late = true;
        m_paper.send(today(), "correction");
        return true;
    }

    Result<void> in_program(Does does)
    {
        auto& context = m_room.context;
        const auto take = [&](const auto& step) {
            return m_desk.take([&](database::Transaction& transaction, Report& held) {
                return step(transaction, held);
            });
        };
        switch (does) {
            case Does::fill:
                return fill();
            case Does::submit:
                return m_desk.send();
            case Does::recall:
                return take([&](auto& tx, Report& held) { return recall(context, tx, held); });
            case Does::check:
                return m_desk.check();
            case Does::approve:
                return m_desk.approve_it();
            case Does::send_back:
                return m_desk.return_it("", {{"ho_so", "Xem lại"}});
            case Does::reopen:
                return take(
                    [&](auto& tx, Report& held) { return reopen(context, tx, held, "Sai"); });
            case Does::correct:
                return m_desk.correct_it("Sai số", {typed_now()});
            case Does::correct_nothing:
                return m_desk.correct_it("Xem lại");
            case Does::extend:
                return take([&](auto& tx, Report& held) {
                    return extend(context, tx, held, today().plus_days(2), "Bão");
                });
            case Does::record:
                return record();
            case Does::take_back:
                return take_back();
        }
        return {};
    }

    /// What the paper says is typed, over what stands in the program.
    [[nodiscard]] CellChange typed_now() const
    {
        return {.field = "ho_so", .value = std::to_string(m_next), .base = stored()};
    }
    [[nodiscard]] std::string stored() const
    {
        auto transaction = MUST(m_room.context.read());
        const auto cells = MUST(CellStore{transaction}.cells(m_desk.report().id));
        const auto found = std::ranges::find(cells, "ho_so", &FilledCell::field);
        return found == cells.end() ? std::string{} : found->value;
    }
    Result<void> fill()
    {
        const std::vector<CellChange> changes{typed_now()};
        return m_desk.take([&](database::Transaction& transaction, Report& held) -> Result<void> {
            TRY(save_cells(m_room.context, transaction, held, changes));
            return {};
        });
    }

    Result<void> record()
    {
        const auto last = std::min(today(), m_data_until);
        const auto quantity = static_cast<std::int64_t>(chance(5)) + 1;
        const auto happened_on = last.plus_days(-static_cast<int>(chance(3)));
        m_paper.facts.push_back({publish(m_room, happened_on, quantity), happened_on, quantity});
        return {};
    }

    /// One of those that count, or nothing where none does.
    Result<void> take_back()
    {
        std::vector<KnownFact*> counting;
        for (auto& one : m_paper.facts)
            if (one.counts) counting.push_back(&one);
        if (counting.empty()) return {};
        auto& fact = *counting[chance(static_cast<unsigned>(counting.size()))];
        auto transaction = TRY(m_room.context.begin());
        TRY(evidence::record(m_room.context, transaction,
                             {.kind = article,
                              .agency = m_desk.report().agency,
                              .happened_on = fact.day,
                              .quantity = 0,
                              .title = "Một cửa ở xã",
                              .supersedes = fact.id}));
        fact.counts = false;
        return transaction.commit();
    }

    void compare()
    {
        const auto report = m_desk.report();
        CHECK(name_of(report.state) == m_paper.state);
        CHECK(report.is_complete() == m_paper.stands());
        CHECK(report.is_locked(today()) == m_paper.is_locked(today()));
        CHECK(report.is_resent_late == m_paper.is_resent_late);
        CHECK(report.is_on_time().has_value() == m_paper.first_sent.has_value());
        if (m_paper.first_sent) CHECK(report.is_on_time() == (*m_paper.first_sent <= m_paper.due));
        std::vector<std::string> kinds;
        for (const auto& one : m_desk.submissions()) kinds.insert(kinds.begin(), one.kind);
        CHECK(std::ranges::equal(kinds, std::span{m_paper.kinds}.last(kinds.size())));
        CHECK(m_desk.remarks().size() == m_paper.remarks);
        compare_values();
        compare_facts(report);
    }

    void compare_values()
    {
        const auto values = m_desk.values();
        if (!m_paper.stands()) {
            CHECK(values.empty());
            return;
        }
        const auto sent = [&](std::string_view key) -> std::optional<std::int64_t> {
            const auto found = std::ranges::find(values, key, &SentValue::indicator);
            if (found == values.end()) return {};
            return found->sent.numerator / ten_thousandths_of_one;
        };
        CHECK(sent("ho_so") == m_paper.sent_typed);
        CHECK(sent("tin_bai") == m_paper.sent_counted);
        CHECK(sent("tin_bai_nam") == m_paper.sent_counted);
    }

    void compare_facts(const Report& report)
    {
        auto transaction = MUST(m_room.context.read());
        const auto sent =
            MUST(evidence::facts(transaction, {.agency = report.agency,
                                               .kind = std::string{submitted_fact.key},
                                               .from = day("2000-01-01"),
                                               .to = day("2100-01-01")}));
        CHECK(sent.size() == (m_paper.stands() ? 1U : 0U));
        if (!m_paper.stands()) return;
        CHECK(sent.at(0).happened_on == *m_paper.first_sent);
        const auto waiting = MUST(late_facts(transaction, report.id, SubmissionId{}));
        std::set<std::int64_t> late;
        for (const auto& one : waiting.shown) late.insert(one.fact.value);
        if (waiting.facts == std::ssize(waiting.shown)) CHECK(late == m_paper.late());
        CHECK(waiting.facts == std::ssize(m_paper.late()));
    }

    /// Each submission hashes to what it says, and names the one before it.
    void verify_chain()
    {
        const auto all = m_desk.submissions();
        for (std::size_t i = 0; i < all.size(); ++i) {
            const auto text = m_desk.content(all[i].id);
            CHECK(crypto::sha256_hex(text) == all[i].sha256);
            const auto value = MUST(json::parse(text));
            const auto before = i + 1 < all.size() ? all[i + 1].sha256 : std::string{};
            if (all[i].number > 1 && !before.empty())
                CHECK(value["previous"]["sha256"].as_string() == before);
        }
    }

    Room& m_room;
    Desk m_desk;
    Paper m_paper{};
    Date m_data_until{};
    std::int64_t m_next{};
    std::array<int, deeds> m_done{};
    std::uint64_t m_random{seed};
};

}  // namespace

TEST_CASE("five hundred steps at random leave what a clerk with paper says")
{
    in_room([](Room& room) {
        MESSAGE("seed " << seed);
        Walk{room}.run();
    });
}

}  // namespace caicach::report
