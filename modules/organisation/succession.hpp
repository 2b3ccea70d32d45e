#pragma once
#include <cstdint>
#include <span>
#include <vector>

#include "calendar/date.hpp"
#include "organisation/ids.hpp"

namespace caicach::organisation
{

/// Shares are told in ten-thousandths: a third is 3,333, and who takes the rest takes 3,334.
inline constexpr int whole_share = 10'000;

/// From `day` on `to` answers for a share of what `from` answered for until then. The shares of one
/// agency on one day make a whole; what it keeps is a passage to itself.
struct Passage {
    AgencyId from{};
    AgencyId to{};
    int share{whole_share};
    Date day{};
};

/// Something counted of an agency: articles, late dossiers, đồng.
struct Figure {
    AgencyId agency{};
    Date day{};
    std::int64_t amount{};
};

struct Total {
    AgencyId agency{};
    std::int64_t amount{};

    friend bool operator==(const Total&, const Total&) = default;
};

struct Heir {
    AgencyId agency{};
    int share{};

    friend bool operator==(const Heir&, const Heir&) = default;
};

/// Who came after whom. Pure: it holds all passages (some hundreds in a province's history).
class Succession
{
public:
    Succession() = default;
    explicit Succession(std::vector<Passage> passages);

    /// Who answers on `until` for what `agency` did on `day`: itself, where nothing happened to it
    /// or nobody took over.
    [[nodiscard]] std::vector<Heir> heirs(AgencyId agency, Date day, Date until) const;

    /// Figures by those who answer for them on `day`. To the last unit the sum is that of the
    /// figures: what a share leaves over goes where most of it belongs, so nothing is lost and
    /// nothing counted twice. A figure dated after its agency's end passes like those before it.
    [[nodiscard]] std::vector<Total> as_of(Date day, std::span<const Figure> figures) const;

private:
    std::vector<Passage> m_passages{};  ///< by day, then by who passes on
};

/// Figures by the agencies as they were: no passage counts.
[[nodiscard]] std::vector<Total> as_then(std::span<const Figure> figures);

}  // namespace caicach::organisation
