#include <map>
#include <thread>

#include "obligation/cascade/test/handing_office.hpp"

namespace caicach::obligation
{
namespace
{

/// What people do at random, and beside it the quantities that they mean to have done.
class Chance
{
public:
    Chance(HandingOffice& office, std::uint64_t seed) : m_office(office), m_state(seed) {}

    void step()
    {
        switch (pick(6)) {
            case 0:
                return hand_on_some();
            case 1:
                return withdraw_some();
            case 2:
                return review_some();
            case 3:
                return correct_some();
            default:
                return publish_some();
        }
    }

    /// Each fact that stands, by agency and month, as the ledger would be added up by hand.
    void check() const
    {
        m_office.province.check_everything();
        for (const auto& [key, part] : m_parts) {
            std::int64_t stands = 0;
            for (const auto& fact : m_facts)
                if (fact.unit == key.first && fact.month == key.second && fact.stands)
                    stands += fact.quantity;
            const auto kept =
                m_office.part(m_units.at(key.first), month_key(key.second)).obligation;
            if (part) CHECK(kept.done == stands);
            CHECK((kept.closing == Closing::none) == part);
        }
        for (int of = 1; of <= 3; ++of) {
            std::int64_t below = 0;
            for (const auto& [key, part] : m_parts)
                if (key.second == of)
                    below += m_office.part(m_units.at(key.first), month_key(of)).obligation.done;
            CHECK(m_office.whole(month_key(of)).done == below);
        }
    }

private:
    struct Told {
        evidence::FactId id{};
        std::size_t unit{};
        int month{};
        std::int64_t quantity{};
        bool stands{true};
    };

    static std::string month_key(int month) { return "2026-0" + std::to_string(month); }

    std::size_t pick(std::size_t count)
    {
        // The same for the same seed: Knuth's linear congruence, its high half.
        m_state = m_state * 6364136223846793005U + 1442695040888963407U;
        return static_cast<std::size_t>(m_state >> 33U) % count;
    }
    int month() { return static_cast<int>(pick(3)) + 1; }

    void hand_on_some()
    {
        const auto unit = pick(m_units.size());
        const auto of = month();
        const auto whole = m_office.whole(month_key(of));
        const auto known = m_parts.find({unit, of});
        const bool is_given = known != m_parts.end() && known->second;
        const auto made = m_office.try_to_hand_on(
            whole, {m_units.at(unit)}, {.needed = static_cast<std::int64_t>(pick(3)) + 1});
        CHECK(made.has_value() == (!is_given && whole.is_owed()));
        // What the ledger has counts at once.
        if (made) m_parts[{unit, of}] = true;
    }

    void withdraw_some()
    {
        for (auto& [key, is_given] : m_parts) {
            if (!is_given) continue;
            m_office.withdraw(
                m_office.part(m_units.at(key.first), month_key(key.second)).obligation);
            is_given = false;
            return;
        }
    }

    void publish_some()
    {
        const auto unit = pick(m_units.size());
        const auto of = month();
        const auto quantity = static_cast<std::int64_t>(pick(2)) + 1;
        const auto id = publish_article(m_office.province, m_units.at(unit), day(of, 5), quantity);
        m_facts.push_back({id, unit, of, quantity});
    }

    void review_some()
    {
        if (m_facts.empty()) return;
        auto& fact = m_facts.at(pick(m_facts.size()));
        if (fact.quantity == 0) return;
        fact.stands = !fact.stands;
        m_office.review(fact.id, fact.stands);
    }

    void correct_some()
    {
        if (m_facts.empty()) return;
        auto& fact = m_facts.at(pick(m_facts.size()));
        if (fact.quantity == 0 || !fact.stands) return;
        fact.quantity = static_cast<std::int64_t>(pick(3));
        fact.id = record(m_office.province, {.kind = article,
                                             .agency = m_units.at(fact.unit),
                                             .happened_on = day(fact.month, 6),
                                             .quantity = fact.quantity,
                                             .title = "Sửa số lượng",
                                             .supersedes = fact.id});
    }

    HandingOffice& m_office;
    std::uint64_t m_state;
    std::vector<organisation::AgencyId> m_units{m_office.portal, m_office.gazette};
    std::map<std::pair<std::size_t, int>, bool> m_parts{};
    std::vector<Told> m_facts{};
};

}  // namespace

TEST_CASE("whatever is handed on, done, refused, corrected or withdrawn, all sums agree")
{
    for (const std::uint64_t seed : {1U, 2U, 3U, 20261122U}) {
        CAPTURE(seed);
        in_province([&](Province& province) {
            HandingOffice office{province, 6};
            Chance chance{office, seed};
            for (int step = 0; step < 60; ++step) {
                CAPTURE(step);
                chance.step();
                if (step % 5 == 4) chance.check();
            }
        });
    }
}

TEST_CASE("two units that do their parts at the same moment wait for each other, and both count")
{
    in_province([](Province& province) {
        const HandingOffice office{province, 40};
        MUST(office.try_to_hand_on(office.whole(), {office.portal, office.gazette}));
        auto& database = *province.context.services().database;
        const auto publish_ten = [&](organisation::AgencyId unit, int& recorded) {
            caicach::testing::Desk desk{database, day(3, 15)};
            module().subscribe_to(desk.events);
            const auto context = desk.context();
            for (int i = 0; i < 10; ++i) {
                auto own = context;
                auto transaction = MUST(own.begin());
                const auto id = evidence::record(own, transaction,
                                                 {.kind = article,
                                                  .agency = unit,
                                                  .happened_on = day(3, 2),
                                                  .title = "Một cửa ở xã"});
                if (id && transaction.commit()) ++recorded;
            }
        };
        int of_portal = 0;
        int of_gazette = 0;
        std::thread other{[&] { publish_ten(office.gazette, of_gazette); }};
        publish_ten(office.portal, of_portal);
        other.join();
        CHECK(of_portal == 10);
        CHECK(of_gazette == 10);
        CHECK(office.whole().done == 20);
        province.check_everything();
    });
}

}  // namespace caicach::obligation
