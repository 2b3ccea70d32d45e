#include "document/qr_code.hpp"

#include <fmt/format.h>
#include <qrencode.h>

#include <iterator>
#include <memory>
#include <utility>

namespace caicach::document
{

namespace
{

constexpr int margin = 4;  // ISO/IEC 18004 asks for four

/// Row by row, neighbours as one run.
std::vector<QrRun> runs_of(const QRcode& code)
{
    std::vector<QrRun> runs;
    runs.reserve(static_cast<std::size_t>(code.width) * static_cast<std::size_t>(code.width) / 2);
    for (int row = 0; row < code.width; ++row) {
        int begin = -1;
        for (int column = 0; column <= code.width; ++column) {
            const bool is_dark =
                column < code.width && (code.data[row * code.width + column] & 1U) != 0;
            if (is_dark && begin < 0) begin = column;
            if (is_dark || begin < 0) continue;
            runs.push_back({.x = begin + margin, .y = row + margin, .length = column - begin});
            begin = -1;
        }
    }
    return runs;
}

/// Each run as one rectangle.
std::string path_of(const std::vector<QrRun>& runs)
{
    std::string path;
    for (const auto& run : runs)
        fmt::format_to(std::back_inserter(path), "M{} {}h{}v1h-{}z", run.x, run.y, run.length,
                       run.length);
    return path;
}

}  // namespace

Result<QrCode> qr_code(std::string_view text)
{
    if (text.size() > qr_text_bytes_max) {
        return failure(Failure::too_large, "document.qr_code.too_long", {},
                       {std::to_string(qr_text_bytes_max)});
    }
    const auto* bytes = reinterpret_cast<const unsigned char*>(text.data());
    const std::unique_ptr<QRcode, void (*)(QRcode*)> code(
        QRcode_encodeData(static_cast<int>(text.size()), bytes, 0, QR_ECLEVEL_M), &QRcode_free);
    if (!code) return internal_failure("no QR code was made");
    auto runs = runs_of(*code);
    return QrCode{.size = code->width + 2 * margin, .path = path_of(runs), .runs = std::move(runs)};
}

}  // namespace caicach::document
