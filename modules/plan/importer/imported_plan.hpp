#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "calendar/date.hpp"
#include "plan/terms.hpp"

/// What the importer makes of a document: plain values, the shape of the plan schema, plus what a
/// reviewer needs (where each thing came from, how sure we are, what looks wrong). The words that
/// the reviewed plan shares with it (Schedule, Quota, Metric, Note, ItemType, Fate) stand in
/// plan/terms.hpp.
namespace caicach::plan
{

/// An agency as the document means it: short forms expanded, case normalised.
struct AgencyName {
    /// What a label of its own says of it: "Cơ quan thực hiện:" carries out what another answers
    /// for, "Chỉ đạo:" directs. The plan schema counts the first among those who lead, the second
    /// among those who oversee; so do we until the item is kept.
    enum class Part { unsaid, performs, directs };

    std::string name{};
    bool known{};  ///< found in the gazetteer; an unknown one is for the reviewer
    Part part{};

    /// Who it is, whatever its part.
    friend bool operator==(const AgencyName& one, const AgencyName& other)
    {
        return one.name == other.name && one.known == other.known;
    }
};

/// A document that the plan cites.
struct CitedDocument {
    std::string kind{};
    std::string number{};  ///< empty where none is printed; then `name` says what is meant
    std::string name{};
    std::optional<Date> date{};
    std::string issuer{};
    int line{};  ///< 1-based
};

/// An item as read; plan::Item (plan/item.hpp) is the one that people review.
struct ImportedItem {
    std::string path{};
    ItemType type{ItemType::activity};
    std::string title{};
    std::vector<std::string> audience{};  ///< "officials", "citizens", "businesses"
    std::vector<AgencyName> lead{};
    std::vector<AgencyName> support{};
    std::vector<AgencyName> oversee{};
    std::optional<Schedule> schedule{};
    std::string schedule_text{};  ///< as printed, also where it was not understood
    std::vector<Quota> quotas{};
    std::vector<Metric> metrics{};
    std::string budget{};
    std::string product{};
    std::string area{};  ///< the field of reform: a key of plan/area.hpp, or empty
    bool requested{};    ///< "Đề nghị …": asked, not assigned
    int first_line{};    ///< 1-based
    int last_line{};
    std::vector<std::string> context{};  ///< heading texts above, outermost first
    double confidence{1};                ///< 0–1
    std::vector<Note> notes{};
};

/// What became of one source line.
struct LineFate {
    Fate fate{Fate::unknown};
    int item{-1};    ///< index into `items`, for item and field
    int offset{-1};  ///< byte of the item's title at which this line's text begins
};

struct Signer {
    std::string name{};
    std::string title{};
};

struct DocumentFields {
    std::string kind{};  ///< "kế hoạch" or "quyết định"
    std::string number{};
    std::optional<Date> issued_on{};
    std::string issuer{};
    std::string province{};
    int year{};             ///< 0 = not found
    std::string subject{};  ///< "communication" or "reform"
    std::string title{};
    std::optional<Signer> signer{};
    std::vector<CitedDocument> references{};
    std::vector<Recipient> recipients{};
    std::vector<Note> notes{};
};

struct ImportedPlan {
    std::string source{};
    DocumentFields document{};
    std::vector<ImportedItem> items{};
    std::vector<LineFate> lines{};  ///< one for each source line
};

}  // namespace caicach::plan
