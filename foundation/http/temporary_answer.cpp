#include "http/temporary_answer.hpp"

#include <fstream>
#include <memory>
#include <utility>

namespace caicach::http
{

Response temporary_answer(TemporaryFile file, std::string type)
{
    struct Sent {
        TemporaryFile file;
        std::ifstream stream;
    };
    // Shared, because std::function wants to be copied; nobody does.
    auto sent = std::make_shared<Sent>(Sent{.file = std::move(file), .stream = {}});
    sent->stream.open(sent->file.path(), std::ios::binary);
    const auto next = [sent](std::string& piece) -> Result<bool> {
        constexpr std::size_t piece_bytes = 64UL * 1024;
        const auto before = piece.size();
        piece.resize(before + piece_bytes);
        sent->stream.read(piece.data() + before, piece_bytes);
        piece.resize(before + static_cast<std::size_t>(sent->stream.gcount()));
        if (sent->stream.bad()) return internal_failure("cannot read a file while sending it");
        return sent->stream.good();
    };
    return stream(next, std::move(type));
}

}  // namespace caicach::http
