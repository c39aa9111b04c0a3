"""the wire: host and client over WebSocket, LAN beacon"""
