#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "calendar/date.hpp"
#include "plan/importer/words.hpp"

namespace caicach::plan
{

enum class AgencyKind { department, provincial, named, leveled, group, single, person };

/// A name that plans use, and how it is to be written.
struct KnownAgency {
    AgencyKind kind{AgencyKind::single};
    std::string canonical{};
};

struct Province {
    std::string name{};
    bool city{};  ///< centrally run
    std::optional<Date> from{};
    std::optional<Date> to{};
};

/// The names of agencies, their short forms, and the provinces: data, read once.
class Gazetteer
{
public:
    /// The two files of data/agencies. Failures: invalid "plan.gazetteer.malformed", its argument
    /// the line.
    [[nodiscard]] static Result<Gazetteer> create(std::string_view agencies,
                                                  std::string_view provinces);
    /// The one that ships with the program.
    [[nodiscard]] static const Gazetteer& standard();

    struct Hit {
        const KnownAgency* agency{};
        std::size_t end{};
        int slips{};  ///< letters that differ from the known name
    };
    /// The longest known name at `at`. With `forgiving`, each of its longer words may differ in
    /// one letter, two in all, as recognised text does.
    [[nodiscard]] std::optional<Hit> find(const Words& words, std::size_t at,
                                          bool forgiving = false) const;
    /// A department without its head word: "Công Thương".
    [[nodiscard]] std::optional<Hit> find_bare_department(const Words& words, std::size_t at) const;

    struct ProvinceHit {
        const Province* province{};
        std::size_t end{};
    };
    [[nodiscard]] std::optional<ProvinceHit> find_province(const Words& words,
                                                           std::size_t at) const;
    /// The text with "UBND", "TT&TT" and the like written out.
    [[nodiscard]] std::string expand(std::string_view text) const;

private:
    struct ShortForm {
        std::string full{};
        bool capitals{};  ///< only where the text has capitals
    };

    /// One line of a file; false where it is malformed.
    bool read_agency(std::string_view line);
    bool read_province(std::string_view line);
    void add(AgencyKind kind, std::string_view canonical, std::string_view aliases);
    [[nodiscard]] std::optional<Hit> find_forgiving(const Words& words, std::size_t at) const;

    PhraseTable<KnownAgency> m_names{true};
    PhraseTable<KnownAgency> m_bare_departments{true};
    PhraseTable<Province> m_provinces{true};
    PhraseTable<ShortForm> m_short_forms{true};
};

/// How many letters must change to make one word the other, counted no further than `bound`.
[[nodiscard]] int edit_distance(std::string_view a, std::string_view b, int bound);

}  // namespace caicach::plan
