#include "evidence/photo.hpp"

#include <optional>

#include "calendar/moment.hpp"
#include "database/transaction.hpp"
#include "evidence/sql.hpp"
#include "text/number.hpp"

namespace caicach::evidence
{

Result<void> keep_photo_note(database::Transaction& transaction, attachment::AttachmentId file,
                             const document::PhotoNote& note)
{
    const auto latitude = note.place ? std::optional{note.place->latitude} : std::nullopt;
    const auto longitude = note.place ? std::optional{note.place->longitude} : std::nullopt;
    return transaction.change_one(sql::insert_photo, file, note.taken_at, latitude, longitude);
}

Result<void> forget_photo_note(database::Transaction& transaction, attachment::AttachmentId file)
{
    TRY(transaction.change(sql::remove_photo, file));
    return {};
}

Result<std::string> photo_in_words(database::Transaction& transaction,
                                   attachment::AttachmentId file)
{
    constexpr int digits = 4;  // some ten metres
    const auto words = [](const database::Row& row) {
        std::string text;
        if (const auto taken_at = row.maybe_instant("taken_at"))
            text = "Ảnh chụp lúc " + vietnamese_moment(*taken_at);
        const auto latitude = row.maybe_real("latitude");
        const auto longitude = row.maybe_real("longitude");
        if (latitude && longitude) {
            text += text.empty() ? "Ảnh chụp tại " : " tại ";
            text += "vĩ độ " + text::format_decimal(*latitude, digits) + ", kinh độ " +
                    text::format_decimal(*longitude, digits);
        }
        return text.empty() ? std::string{"Ảnh không ghi giờ và nơi chụp"} : text;
    };
    const auto found = TRY(transaction.maybe_one(sql::photo_of_file, words, file));
    return found.value_or("");
}

}  // namespace caicach::evidence
