#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "report/design/field_spec.hpp"
#include "report/form/definition.hpp"

/// Changes of a form, piece by piece. Pure.
namespace caicach::report
{

/// Which piece of a form is edited, or made.
struct Spot {
    Piece piece{};
    std::string key{};      ///< of a section or part; of a rule its place: "0"
    std::string section{};  ///< of a new part: the key of where it will stand, at the end
    bool is_new{};
};

[[nodiscard]] std::string_view name_of(Piece piece);  ///< in addresses: "chi-tieu"
[[nodiscard]] std::optional<Piece> piece_from(std::string_view name);
[[nodiscard]] std::string_view label_of(Piece piece);  ///< "chỉ tiêu"

/// As its fields show it; of a new piece, nothing said. Nothing where the form has no such piece.
[[nodiscard]] std::optional<FieldValues> values_at(const Definition& definition, const Spot& spot);
/// The same for the same content: what somebody began with.
[[nodiscard]] std::string stamp_of(const FieldValues& values);

/// A form after a change, and what is wrong with the piece as forms are read.
struct Edited {
    Definition definition{};
    Spot spot{};  ///< not new any more
    std::vector<Error> faults{};
};
/// New sections, parts and columns without a key get one made of their words: keys are for ever.
/// `spot` must be there.
[[nodiscard]] Edited edited(const Definition& definition, const Spot& spot,
                            const FieldValues& values);

/// Those of `faults` that are about fields of the piece; their field becomes the field's path.
[[nodiscard]] std::vector<Error> faults_at(const Definition& definition, const Spot& spot,
                                           const std::vector<Error>& faults);
/// Which piece a JSON pointer of the form stands in; general where none is nearer.
[[nodiscard]] Spot spot_at(const Definition& definition, std::string_view pointer);

/// What the page of the whole form folds the piece into: "chung", "phan-KEY", "quy-tac".
[[nodiscard]] std::string fold_of(const Definition& definition, const Spot& spot);

enum class Way { up, down };
/// A part at an end of its section goes over to the next one. False where it cannot move.
[[nodiscard]] bool move(Definition& definition, const Spot& spot, Way way);
/// A section goes with all that stands in it. False where it is not there.
[[nodiscard]] bool remove(Definition& definition, const Spot& spot);

}  // namespace caicach::report
