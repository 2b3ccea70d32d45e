#pragma once
#include <string>

#include "channel/screen/program.hpp"

/// What a player takes home: everything it needs to play for ever, signed.
namespace caicach::channel
{

struct SignedManifest {
    std::string text{};       ///< JSON
    std::string sha256{};     ///< of the text
    std::string signature{};  ///< Ed25519 of the text, 128 hexadecimal digits
    std::string key{};        ///< that signed, 64
};

/// Of the same program always the same text. The key is `screens.key` of the data folder, made
/// where there is none.
[[nodiscard]] Result<SignedManifest> manifest_of(const Context& context, const Screen& screen,
                                                 const std::string& agency,
                                                 const ScreenProgram& program);

}  // namespace caicach::channel
